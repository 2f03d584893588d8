using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Notices;

/// <summary>The tables of notices, and of who asked for them.</summary>
internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeWish>
{
    private const string Waiting = "state = 'Waiting'";

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices", table =>
        {
            table.HasCheckConstraint("notices_to_one", "(case_id is null) <> (colleague_id is null)");
            table.HasCheckConstraint("notices_again_by_somebody", "(again_by_id is null) = (again_at is null)");
        });
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(n => n.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(n => n.Language).HasMaxLength(ServiceCase.LanguageMaxLength);
        builder.Property(n => n.LastError).HasMaxLength(Notice.LastErrorMaxLength);
        // whoever adds to a notice and whoever sends it do not overtake each other
        builder.Property(n => n.Attempts).IsConcurrencyToken();
        builder.HasIndex(n => n.MessageId).IsUnique();
        builder.HasIndex(n => new { n.MadeAt, n.Id }).IsDescending();
        builder.HasIndex(n => new { n.State, n.MadeAt, n.Id }).IsDescending(false, true, true);
        builder.HasIndex(n => new { n.CaseId, n.State }).HasFilter("case_id is not null");
        builder.HasIndex(n => n.ColleagueId, "notices_waiting_colleague").HasFilter($"{Waiting} and colleague_id is not null");
        builder.HasIndex(n => new { n.ColleagueId, n.SentAt }, "notices_sent_colleague").HasFilter("sent_at is not null and colleague_id is not null");
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(n => n.ColleagueId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(n => n.AgainById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoticeWish> builder)
    {
        builder.ToTable("notice_wishes", table => table.HasCheckConstraint("notice_wishes_some_hours", "hours <> 'Never'"));
        builder.HasKey(w => w.CaseId);
        builder.Property(w => w.Hours).HasConversion<string>().HasMaxLength(20);
    }
}
