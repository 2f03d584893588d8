using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>The tables around a case: history, pauses, people, messages, notes, codes, drafts.</summary>
internal sealed class CasePartsConfiguration :
    IEntityTypeConfiguration<CaseEvent>,
    IEntityTypeConfiguration<CasePause>,
    IEntityTypeConfiguration<CaseExtension>,
    IEntityTypeConfiguration<CasePerson>,
    IEntityTypeConfiguration<CaseMessage>,
    IEntityTypeConfiguration<CaseNote>,
    IEntityTypeConfiguration<CaseTask>,
    IEntityTypeConfiguration<CaseCode>,
    IEntityTypeConfiguration<CaseDraft>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("case_events");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Action).HasMaxLength(40);
        builder.Property(e => e.From).HasColumnName("from_status").HasConversion<string>().HasMaxLength(30);
        builder.Property(e => e.To).HasColumnName("to_status").HasConversion<string>().HasMaxLength(30);
        builder.Property(e => e.By).HasColumnName("by_role").HasConversion<string>().HasMaxLength(40);
        builder.Property(e => e.Article).HasMaxLength(40);
        builder.Property(e => e.Detail).HasMaxLength(60);
        builder.HasIndex(e => new { e.CaseId, e.At });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.ColleagueId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CasePause> builder)
    {
        builder.ToTable("case_pauses", table => table.HasCheckConstraint("case_pauses_in_order", "\"to_day\" is null or to_day >= from_day"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.From).HasColumnName("from_day");
        builder.Property(p => p.To).HasColumnName("to_day");
        builder.Property(p => p.Reason).HasMaxLength(40);
        builder.HasIndex(p => p.CaseId);
    }

    public void Configure(EntityTypeBuilder<CaseExtension> builder)
    {
        builder.ToTable("case_extensions", table =>
        {
            table.HasCheckConstraint("case_extensions_at_most_two", $"number between 1 and {CaseExtension.Most}");
            table.HasCheckConstraint("case_extensions_second_with_consent", "number = 1 or consent_on is not null");
            table.HasCheckConstraint("case_extensions_consent_said_somehow", "(consent_on is null) = (consent_way is null)");
            table.HasCheckConstraint("case_extensions_forward", "length > 0 and due_after > due_before");
        });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Reason).HasMaxLength(40);
        builder.Property(e => e.ConsentWay).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Clock).HasMaxLength(40);
        builder.HasIndex(e => new { e.CaseId, e.Clock, e.CountedFrom, e.Number }).IsUnique();
        builder.HasIndex(e => e.MadeAt);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(e => e.MadeById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CasePerson> builder)
    {
        builder.ToTable("case_people");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Part).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(p => p.CaseId);
    }

    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        // a letter from a template may be the portal's own; anything else of the office has its author
        builder.ToTable("case_messages", table => table.HasCheckConstraint(
            "case_messages_written_by_somebody", "case when from_office then code_id is null and (author_id is not null or template is not null) else author_id is null end"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Purpose).HasConversion<string>().HasMaxLength(30);
        builder.Property(m => m.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Property(m => m.Template).HasMaxLength(40);
        builder.HasIndex(m => new { m.CaseId, m.SentAt });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("case_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.CaseId, n.WrittenAt });
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(n => n.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseTask> builder)
    {
        builder.ToTable("case_tasks", table => table.HasCheckConstraint("case_tasks_done_by_somebody", "(done_at is null) = (done_by_id is null)"));
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.CaseId, t.DueOn });
        builder.HasIndex(t => new { t.ForId, t.DueOn, t.Id }).HasFilter("done_at is null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(t => t.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.ForId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.SetById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(t => t.DoneById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseCode> builder)
    {
        builder.ToTable("case_codes", table =>
            table.HasCheckConstraint("case_codes_open_something", "draft_id is not null or case_id is not null"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Holder).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(c => c.Hash).IsUnique();
        builder.HasIndex(c => c.CaseId);
        builder.HasIndex(c => c.DraftId);
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CaseDraft>().WithMany().HasForeignKey(c => c.DraftId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CaseDraft> builder)
    {
        builder.ToTable("case_drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Service).HasMaxLength(4);
        builder.HasIndex(d => d.SavedAt);
    }
}
