using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrantServices.Core.Storage.Migrations;

/// <summary>A colleague who takes a case down puts in the letter that came with it; it stays the person's own.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261123090000_LetColleaguesPutInThePersonsFiles")]
public sealed class LetColleaguesPutInThePersonsFiles : Migration
{
    private const string Name = "ck_case_files_from";
    private const string Table = "case_files";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropCheckConstraint(Name, Table);
        migrationBuilder.AddCheckConstraint(Name, Table, "is_from_person or uploaded_by is not null");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropCheckConstraint(Name, Table);
        migrationBuilder.AddCheckConstraint(Name, Table, "is_from_person = (uploaded_by is null)");
    }
}
