using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Registers what belongs to awards, payments and the budget.</summary>
public static class MoneyServices
{
    public static IServiceCollection AddSupportMoney(this IServiceCollection services) => services
        .AddScoped<AwardReader>().AddScoped<AwardDesk>().AddScoped<BudgetDesk>().AddScoped<PaymentDesk>().AddScoped<EndingDesk>().AddScoped<MoneyReasons>().AddScoped<DeliveryDesk>().AddScoped<PlaceDesk>().AddScoped<PlaceReader>()
        .AddScoped<BudgetRegister>().AddScoped<YearReport>().AddScoped<ITermsKeeper, AwardsKeepTerms>();
}
