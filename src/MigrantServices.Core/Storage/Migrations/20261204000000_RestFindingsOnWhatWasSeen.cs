using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RestFindingsOnWhatWasSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "child_findings_rest_on_something",
                table: "child_findings");

            migrationBuilder.AlterColumn<byte[]>(
                name: "words",
                table: "child_alarms",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

            migrationBuilder.AlterColumn<Guid>(
                name: "raised_by_id",
                table: "child_alarms",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "consent_seen_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "consent_seen_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "child_alarms_by_somebody_with_words",
                table: "child_alarms",
                sql: "words is null or raised_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_consent_seen_by_id",
                table: "cases",
                column: "consent_seen_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "cases_consent_seen_by_somebody",
                table: "cases",
                sql: "(consent_seen_by_id is null) = (consent_seen_at is null) and (consent_seen_at is null or consent_on is not null)");

            migrationBuilder.Sql(SqlFile.Read("child_seen_v1"));

            migrationBuilder.AddForeignKey(
                name: "fk_cases_users_consent_seen_by_id",
                table: "cases",
                column: "consent_seen_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cases_users_consent_seen_by_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "child_findings_rest_on_something",
                table: "child_findings");

            migrationBuilder.DropCheckConstraint(
                name: "child_alarms_by_somebody_with_words",
                table: "child_alarms");

            migrationBuilder.DropIndex(
                name: "ix_cases_consent_seen_by_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_consent_seen_by_somebody",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "consent_seen_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "consent_seen_by_id",
                table: "cases");

            migrationBuilder.AlterColumn<byte[]>(
                name: "words",
                table: "child_alarms",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "raised_by_id",
                table: "child_alarms",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "child_findings_rest_on_something",
                table: "child_findings",
                sql: "is_met or visit_id is not null or cardinality(proofs) > 0");
        }
    }
}
