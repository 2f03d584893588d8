using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Notices;

/// <summary>Registers what tells people and colleagues that something waits for them. The words are the portal's: <see cref="NoticeWording"/>.</summary>
public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<NoticeHook>().AddSingleton<NoticeAddresses>().AddSingleton<NoticePost>();
        services.AddSingleton(MailSettings.SenderFrom(settings));
        services.AddScoped<IOutboxHandler, NoticeHandler>().AddScoped<IOutboxHandler, CaseNewsHandler>().AddScoped<IOutboxHandler, RoundHandler>().AddScoped<IOutboxHandler, AlarmHandler>();
        services.AddScoped<RoundCounts>().AddScoped<SecondWords>().AddScoped<GrievanceRound>().AddScoped<ChildRound>().AddScoped<SupportRound>().AddScoped<NoticeRegister>().AddScoped<NoticeSweep>().AddScoped<NoticeDesk>().AddScoped<OutboxDesk>();
        services.AddHostedService<RoundKeeper>();
        return services;
    }
}
