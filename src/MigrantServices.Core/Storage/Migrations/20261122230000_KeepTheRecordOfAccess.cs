using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrantServices.Core.Storage.Migrations;

/// <summary>Nobody can change or remove a line of the record of access.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261122230000_KeepTheRecordOfAccess")]
public sealed class KeepTheRecordOfAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("append_only_v1"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger access_records_append_only on access_records;
        drop trigger access_records_keep_all on access_records;
        drop trigger case_events_append_only on case_events;
        drop function refuse_change();
        """);
}
