using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepCardsWithOpenCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "parent_taken_in_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "transfer_offered_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.DropCheckConstraint(
                name: "case_pairs_answered_twice",
                table: "case_pairs");

            migrationBuilder.AddCheckConstraint(
                name: "case_pairs_answered_twice",
                table: "case_pairs",
                sql: "answers between 0 and 4");

            migrationBuilder.DropCheckConstraint(
                name: "case_pair_answers_twice",
                table: "case_pair_answers");

            migrationBuilder.AddCheckConstraint(
                name: "case_pair_answers_twice",
                table: "case_pair_answers",
                sql: "number between 1 and 4");

            migrationBuilder.Sql(SqlFile.Read("children_kept_v1"));

            migrationBuilder.CreateIndex(
                name: "ix_cases_transfer_offered_by_id",
                table: "cases",
                column: "transfer_offered_by_id");

            migrationBuilder.AddCheckConstraint(
                name: "cases_offered_while_open",
                table: "cases",
                sql: "transfer_to is null or status not in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut')");

            migrationBuilder.AddForeignKey(
                name: "fk_cases_users_transfer_offered_by_id",
                table: "cases",
                column: "transfer_offered_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger cases_accepted_by_another on cases;
                drop trigger card_issues_of_an_open_case on card_issues;
                drop trigger cases_over_hold_no_valid_card on cases;
                drop function no_card_outlives_its_case();
                alter table childcare_awards drop constraint childcare_awards_do_not_overlap;
                """);

            migrationBuilder.DropCheckConstraint(
                name: "case_pairs_answered_twice",
                table: "case_pairs");

            migrationBuilder.AddCheckConstraint(
                name: "case_pairs_answered_twice",
                table: "case_pairs",
                sql: "answers between 0 and 2");

            migrationBuilder.DropCheckConstraint(
                name: "case_pair_answers_twice",
                table: "case_pair_answers");

            migrationBuilder.AddCheckConstraint(
                name: "case_pair_answers_twice",
                table: "case_pair_answers",
                sql: "number between 1 and 2");

            migrationBuilder.DropForeignKey(
                name: "fk_cases_users_transfer_offered_by_id",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_transfer_offered_by_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_offered_while_open",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "parent_taken_in_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "transfer_offered_by_id",
                table: "cases");
        }
    }
}
