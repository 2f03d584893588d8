using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrantServices.Core.Storage.Migrations;

/// <summary>The database too holds that at most three speak for people who petition together.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261203000000_LetAtMostThreeSpeak")]
public sealed class LetAtMostThreeSpeak : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("representatives_v1"));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger case_people_at_most_three_speak on case_people;
        drop function at_most_three_speak();
        """);
}
