using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MigrantServices.Core.Storage.Outbox;

internal sealed class OutboxJobConfiguration : IEntityTypeConfiguration<OutboxJob>
{
    public void Configure(EntityTypeBuilder<OutboxJob> job)
    {
        job.ToTable("outbox_jobs");
        job.Property(j => j.Id).ValueGeneratedNever();
        job.Property(j => j.Kind).HasMaxLength(OutboxJob.KindMaxLength);
        job.Property(j => j.Payload).HasColumnType("jsonb");
        job.Property(j => j.DedupeKey).HasMaxLength(OutboxJob.DedupeKeyMaxLength);
        job.Property(j => j.LastError).HasMaxLength(OutboxJob.LastErrorMaxLength);
        job.HasIndex(j => j.DedupeKey).IsUnique();
        job.HasIndex(j => j.DueAt).HasFilter("done_at is null");
        job.HasIndex(j => j.DoneAt).HasFilter("done_at is not null");
    }
}
