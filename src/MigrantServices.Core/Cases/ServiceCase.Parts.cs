using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <content>Who had a part in a decision, and so is no newcomer when it is looked at again.</content>
public abstract partial class ServiceCase
{
    public virtual bool HadPart(Guid colleague) => colleague == ProposedById || colleague == ApprovedById;

    /// <summary>A deed was done; a service may keep what it means for who does a later one.</summary>
    protected virtual void Remember(Transition line, Actor actor, Guid? colleagueId)
    {
    }
}
