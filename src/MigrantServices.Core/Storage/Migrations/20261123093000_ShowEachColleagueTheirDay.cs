using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ShowEachColleagueTheirDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "next_check_on",
                table: "recommendations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "answered_in_time",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "handed_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulk_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulk_assignments_users_made_by_id",
                        column: x => x.made_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "month_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    places = table.Column<string[]>(type: "text[]", nullable: true),
                    checked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false),
                    in_time = table.Column<int>(type: "integer", nullable: false),
                    late = table.Column<int>(type: "integer", nullable: false),
                    extended = table.Column<int>(type: "integer", nullable: false),
                    overdue = table.Column<int>(type: "integer", nullable: false),
                    progress_due = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_month_checks", x => x.id);
                    table.CheckConstraint("month_checks_first_day", "extract(day from month) = 1");
                    table.ForeignKey(
                        name: "fk_month_checks_users_checked_by_id",
                        column: x => x.checked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    tab = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    municipality = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    handler = table.Column<Guid>(type: "uuid", nullable: true),
                    unread = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    places = table.Column<string[]>(type: "text[]", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_views_users_owner_id",
                        column: x => x.owner_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulk_assignment_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_undone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_assignment_lines", x => x.id);
                    table.CheckConstraint("bulk_assignment_lines_to_another", "from_id is null or from_id <> to_id");
                    table.ForeignKey(
                        name: "fk_bulk_assignment_lines_bulk_assignments_batch_id",
                        column: x => x.batch_id,
                        principalTable: "bulk_assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulk_assignment_lines_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulk_assignment_lines_users_from_id",
                        column: x => x.from_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulk_assignment_lines_users_to_id",
                        column: x => x.to_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "recommendations_to_check",
                table: "recommendations",
                columns: new[] { "next_check_on", "id" },
                filter: "next_check_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_answered",
                table: "cases",
                column: "answered_at",
                filter: "service = 'DG' and answered_at is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "answered_in_time" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handed",
                table: "cases",
                columns: new[] { "handler_id", "handed_at", "id" },
                filter: "service = 'DG' and handed_at is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler_due",
                table: "cases",
                columns: new[] { "handler_id", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler_unread",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                filter: "service = 'DG' and has_unread");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_load",
                table: "cases",
                columns: new[] { "handler_id", "language", "due_on" },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "status", "has_unread", "received_at" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_not_taken_on",
                table: "cases",
                columns: new[] { "received_at", "id" },
                filter: "service = 'DG' and status = 'Submitted' and handler_id is null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_objected",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and status = 'Objected'");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_sent_back",
                table: "cases",
                columns: new[] { "handler_id", "changed_at", "id" },
                filter: "service = 'DG' and (status = 'UnderReview' and answer is not null or status = 'ObjectionReview' and objection_answer is not null)");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_to_approve",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and status = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_made_at",
                table: "case_extensions",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_assignment_lines_batch_id_case_id",
                table: "bulk_assignment_lines",
                columns: new[] { "batch_id", "case_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bulk_assignment_lines_case_id",
                table: "bulk_assignment_lines",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_assignment_lines_from_id",
                table: "bulk_assignment_lines",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_assignment_lines_to_id",
                table: "bulk_assignment_lines",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_assignments_made_by_id_made_at",
                table: "bulk_assignments",
                columns: new[] { "made_by_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_month_checks_checked_by_id",
                table: "month_checks",
                column: "checked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_month_checks_month_id",
                table: "month_checks",
                columns: new[] { "month", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_owner_id_name",
                table: "saved_views",
                columns: new[] { "owner_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "saved_views_one_to_open_with",
                table: "saved_views",
                column: "owner_id",
                unique: true,
                filter: "is_default");

            migrationBuilder.CreateIndex(
                name: "saved_views_shared",
                table: "saved_views",
                column: "is_shared",
                filter: "is_shared");

            migrationBuilder.Sql(SqlFile.Read("month_checks_v1"));
            // what was recommended before is looked at again as well
            migrationBuilder.Sql(
                """
                update recommendations r set next_check_on = coalesce((select max(checked_on) from measures_checks c where c.recommendation_id = r.id), replied_on) + 30
                where reply in ('Accepted', 'InPart')
                    and not exists (select from measures_checks c where c.recommendation_id = r.id and c.found = 'Done');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulk_assignment_lines");

            migrationBuilder.DropTable(
                name: "month_checks");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "bulk_assignments");

            migrationBuilder.DropIndex(
                name: "recommendations_to_check",
                table: "recommendations");

            migrationBuilder.DropIndex(
                name: "cases_grievances_answered",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handed",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler_unread",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_load",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_not_taken_on",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_objected",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_sent_back",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_to_approve",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_extensions_made_at",
                table: "case_extensions");

            migrationBuilder.DropColumn(
                name: "next_check_on",
                table: "recommendations");

            migrationBuilder.DropColumn(
                name: "answered_in_time",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "handed_at",
                table: "cases");
        }
    }
}
