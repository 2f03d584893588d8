using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>What may be chosen when a right is given, in the reader's words.</summary>
public sealed class RightChoices(TextCatalog texts, ReferenceBook book, Centres centres, TimeProvider time)
{
    public IEnumerable<Choice> Roles => Core.People.Roles.Grantable.Select(role => new Choice(role.ToString(), texts[$"role.{role}"], texts[$"role.{role}.may"]));

    public IEnumerable<Choice> Services => ServiceCatalog.All.Select(kind => new Choice(kind.Prefix, texts[$"people.service.{kind.Prefix}"]));

    public IEnumerable<Choice> Municipalities => book.Items(Lists.Municipalities, Seoul.DateOf(time.GetUtcNow()))
        .Select(item => new Choice(item.Code, MunicipalityName(item.Code)));

    public IEnumerable<Choice> Centres => centres.Today.Select(item => new Choice(item.Code, texts[item.TextKey]));

    public IEnumerable<Choice> SetApart => [new("true", texts["people.set-apart.only"])];

    public IEnumerable<Choice> Languages => Web.Languages.Staff.Select(language => new Choice(language.Tag, language.Autonym));

    /// <summary>Where and for what a right holds, in words.</summary>
    public string Reach(IReach right)
    {
        var services = right.Services is null ? texts["people.every-service"] : string.Join(", ", right.Services.Select(prefix => texts[$"people.service.{prefix}"]));
        var places = right.Municipalities is null ? texts["people.whole-province"] : string.Join(", ", right.Municipalities.Select(MunicipalityName));
        if (right.Centre is { } centre)
        {
            return $"{services} · {places} · {texts[$"{Lists.EntrustedCentres}.{centre}"]}";
        }

        return right.ForSetApart ? $"{services} · {places} · {texts["people.set-apart.only"]}" : $"{services} · {places}";
    }

    private string MunicipalityName(string code) => texts[$"{Lists.Municipalities}.{code}"];
}
