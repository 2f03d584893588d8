using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetChildrenBeCheckedAndMonthsVoided : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "childcare_months_once_a_child",
                table: "childcare_months");

            migrationBuilder.AddColumn<int>(
                name: "children_extended",
                table: "month_checks",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "children_in_time",
                table: "month_checks",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "children_late",
                table: "month_checks",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "children_overdue",
                table: "month_checks",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "children_received",
                table: "month_checks",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "void_id",
                table: "childcare_months",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_checked_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "child_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    finding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_checks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_checks_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "childcare_voids",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_childcare_voids", x => x.id);
                    table.CheckConstraint("childcare_voids_decided_by_somebody", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
                    table.CheckConstraint("childcare_voids_two_people", "decided_by_id is null or decided_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_childcare_voids_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_childcare_voids_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_childcare_voids_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "childcare_months_once_a_child",
                table: "childcare_months",
                columns: new[] { "child_id", "month" },
                unique: true,
                filter: "void_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_months_void_id",
                table: "childcare_months",
                column: "void_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_checks_case_id",
                table: "child_checks",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_checks_recorded_by_id",
                table: "child_checks",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "childcare_voids_one_at_a_time",
                table: "childcare_voids",
                column: "month_id",
                unique: true,
                filter: "state = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_voids_case_id",
                table: "childcare_voids",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_voids_decided_by_id",
                table: "childcare_voids",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_voids_proposed_by_id",
                table: "childcare_voids",
                column: "proposed_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_childcare_months_childcare_voids_void_id",
                table: "childcare_months",
                column: "void_id",
                principalTable: "childcare_voids",
                principalColumn: "id");

            migrationBuilder.Sql(SqlFile.Read("childcare_voids_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger childcare_months_void_agreed on childcare_months;
                drop trigger childcare_months_append_only on childcare_months;
                create trigger childcare_months_append_only before update on childcare_months for each row execute function refuse_change();
                drop function childcare_void_is_agreed();
                revoke update (void_id) on childcare_months from portal_app;
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_childcare_months_childcare_voids_void_id",
                table: "childcare_months");

            migrationBuilder.DropTable(
                name: "child_checks");

            migrationBuilder.DropTable(
                name: "childcare_voids");

            migrationBuilder.DropIndex(
                name: "childcare_months_once_a_child",
                table: "childcare_months");

            migrationBuilder.DropIndex(
                name: "ix_childcare_months_void_id",
                table: "childcare_months");

            migrationBuilder.DropColumn(
                name: "children_extended",
                table: "month_checks");

            migrationBuilder.DropColumn(
                name: "children_in_time",
                table: "month_checks");

            migrationBuilder.DropColumn(
                name: "children_late",
                table: "month_checks");

            migrationBuilder.DropColumn(
                name: "children_overdue",
                table: "month_checks");

            migrationBuilder.DropColumn(
                name: "children_received",
                table: "month_checks");

            migrationBuilder.DropColumn(
                name: "void_id",
                table: "childcare_months");

            migrationBuilder.DropColumn(
                name: "last_checked_on",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "childcare_months_once_a_child",
                table: "childcare_months",
                columns: new[] { "child_id", "month" },
                unique: true);
        }
    }
}
