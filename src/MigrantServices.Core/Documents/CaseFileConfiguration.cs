using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Documents;

internal sealed class CaseFileConfiguration : IEntityTypeConfiguration<CaseFile>
{
    private const int WordMaxLength = 10;

    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.ToTable("case_files", table =>
        {
            table.HasCheckConstraint("ck_case_files_belongs_to_one", "num_nonnulls(draft_id, case_id) = 1");
            table.HasCheckConstraint("ck_case_files_message_in_case", "message_id is null or case_id is not null");
            table.HasCheckConstraint("ck_case_files_length", $"length between 0 and {CaseFile.MaxLength}");
            table.HasCheckConstraint("ck_case_files_whole_has_kind", $"state = '{nameof(FileState.Arriving)}' or kind is not null");
            table.HasCheckConstraint("ck_case_files_from", "is_from_person or uploaded_by is not null");
        });
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(WordMaxLength);
        // Two checks of one file must not both write its working copy.
        file.Property(f => f.State).HasConversion<string>().HasMaxLength(WordMaxLength).IsConcurrencyToken();
        file.Property(f => f.Verdict).HasMaxLength(CaseFile.CodeMaxLength);
        file.Property(f => f.Signature).HasMaxLength(CaseFile.SignatureMaxLength);
        file.Property(f => f.Scanner).HasMaxLength(CaseFile.ScannerMaxLength);
        file.Property(f => f.KeyId).HasMaxLength(CaseFile.KeyIdMaxLength);
        file.HasOne<CaseDraft>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
        file.HasOne<ServiceCase>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Cascade);
        file.HasOne<PortalUser>().WithMany().HasForeignKey(f => f.UploadedBy).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => f.CaseId).HasFilter("case_id is not null");
        file.HasIndex(f => f.DraftId).HasFilter("draft_id is not null");
        file.HasIndex(f => f.MessageId).HasFilter("message_id is not null");
        file.HasIndex(f => f.ReceivedAt, "IX_case_files_held").HasFilter($"state = '{nameof(FileState.Held)}'");
        file.HasIndex(f => f.ReceivedAt, "IX_case_files_arriving").HasFilter($"state = '{nameof(FileState.Arriving)}'");
    }
}

internal sealed class FileChunkConfiguration : IEntityTypeConfiguration<FileChunk>
{
    public void Configure(EntityTypeBuilder<FileChunk> chunk)
    {
        chunk.ToTable("file_chunks", table => table.HasCheckConstraint("ck_file_chunks_number", "number >= 0"));
        chunk.HasKey(c => new { c.FileId, c.Copy, c.Number });
        chunk.Property(c => c.Copy).HasConversion<short>();
        chunk.HasOne<CaseFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Cascade);
    }
}
