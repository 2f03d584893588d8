namespace MigrantServices.Portal.Web.Forms;

/// <summary>Marks a page that takes its body apart itself, such as one that streams files; its token is then the page's own duty.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsOwnBodyAttribute : Attribute;
