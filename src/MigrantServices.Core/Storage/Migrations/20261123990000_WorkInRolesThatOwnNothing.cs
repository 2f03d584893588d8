using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MigrantServices.Core.Storage.Migrations;

/// <summary>The portal works in two roles that own no table; one of them is for the identity vault alone.</summary>
[DbContext(typeof(PortalDb))]
[Migration("20261123990000_WorkInRolesThatOwnNothing")]
public sealed class WorkInRolesThatOwnNothing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("roles_v1"));

    // the roles stay: they belong to the whole server, and another database may use them
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        alter default privileges in schema public revoke select, insert, update, delete on tables from portal_app;
        revoke all on all tables in schema public from portal_app;
        """);
}
