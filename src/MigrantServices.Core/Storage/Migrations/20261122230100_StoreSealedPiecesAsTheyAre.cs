using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrantServices.Core.Storage.Migrations;

/// <summary>Files arrive faster: the database no longer tries to compress what is encrypted.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261122230100_StoreSealedPiecesAsTheyAre")]
public sealed class StoreSealedPiecesAsTheyAre : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("file_chunks_v1"));

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("alter table file_chunks alter column content set storage extended;");
}
