using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Cases;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>What is to be done in a case, by when and by whom.</summary>
public sealed class TasksModel(PortalDb db, TaskDesk desk, TaskList tasks, IValidator<AddTask> rules) : TasksPage<ChildConfirmation>(db, ChildConfirmation.Service, desk, tasks, rules);
