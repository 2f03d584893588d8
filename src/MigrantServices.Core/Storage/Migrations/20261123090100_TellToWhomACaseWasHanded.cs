using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrantServices.Core.Storage.Migrations;

/// <summary>The history of a case names the colleague to whom it was handed.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261123090100_TellToWhomACaseWasHanded")]
public sealed class TellToWhomACaseWasHanded : Migration
{
    private const string Table = "case_events";
    private const string Column = "colleague_id";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("detail", Table);
        migrationBuilder.AddColumn<Guid>(Column, Table, "uuid", nullable: true);
        migrationBuilder.CreateIndex("ix_case_events_colleague_id", Table, Column);
        migrationBuilder.AddForeignKey(
            "fk_case_events_users_colleague_id", Table, Column, "users", principalColumn: "id", onDelete: ReferentialAction.Restrict);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropForeignKey("fk_case_events_users_colleague_id", Table);
        migrationBuilder.DropColumn(Column, Table);
        migrationBuilder.AddColumn<string>("detail", Table, "character varying(100)", maxLength: 100, nullable: true);
    }
}
