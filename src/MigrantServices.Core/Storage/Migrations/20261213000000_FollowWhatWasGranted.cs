using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class FollowWhatWasGranted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_goals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    in_their_language = table.Column<byte[]>(type: "bytea", nullable: true),
                    reach_by = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    agreed_how = table.Column<byte[]>(type: "bytea", nullable: true),
                    agreement_kept_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_goals", x => x.id);
                    table.CheckConstraint("case_goals_agreed", "(state not in ('Agreed', 'Reached') or agreed_at is not null) and (agreed_how is null) = (agreement_kept_by_id is null) and (agreed_how is null or agreed_at is not null)");
                    table.CheckConstraint("case_goals_closed", "(state in ('Reached', 'Dropped')) = (closed_at is not null) and (closed_at is null) = (closed_by_id is null)");
                    table.ForeignKey(
                        name: "fk_case_goals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_case_goals_users_agreement_kept_by_id",
                        column: x => x.agreement_kept_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_goals_users_closed_by_id",
                        column: x => x.closed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_goals_users_set_by_id",
                        column: x => x.set_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "start_up_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    mentor = table.Column<byte[]>(type: "bytea", nullable: false),
                    provider = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_start_up_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_start_up_plans_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_start_up_plans_support_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "support_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_start_up_plans_users_written_by_id",
                        column: x => x.written_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_outcomes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    point = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    result = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_outcomes", x => x.id);
                    table.CheckConstraint("work_outcomes_recorded", "(result is null) = (recorded_by_id is null) and (result is null) = (recorded_at is null) and (words is null or result is not null)");
                    table.ForeignKey(
                        name: "fk_work_outcomes_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_outcomes_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_outcomes_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "start_up_milestones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: false),
                    what_in_their_language = table.Column<byte[]>(type: "bytea", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    instalment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    seen = table.Column<byte[]>(type: "bytea", nullable: true),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_start_up_milestones", x => x.id);
                    table.CheckConstraint("start_up_milestones_accepted", "(state = 'Accepted') = (accepted_by_id is not null) and (accepted_by_id is null) = (accepted_at is null)");
                    table.CheckConstraint("start_up_milestones_granted", "state = 'Planned' or instalment_id is not null");
                    table.CheckConstraint("start_up_milestones_seen", "(state = 'Planned') = (reported_by_id is null) and (reported_by_id is null) = (seen is null)");
                    table.CheckConstraint("start_up_milestones_two_people", "accepted_by_id <> reported_by_id");
                    table.CheckConstraint("start_up_milestones_won", "won > 0 and number > 0");
                    table.ForeignKey(
                        name: "fk_start_up_milestones_instalments_instalment_id",
                        column: x => x.instalment_id,
                        principalTable: "instalments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_start_up_milestones_start_up_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "start_up_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_start_up_milestones_users_accepted_by_id",
                        column: x => x.accepted_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_start_up_milestones_users_reported_by_id",
                        column: x => x.reported_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_goals_agreement_kept_by_id",
                table: "case_goals",
                column: "agreement_kept_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_goals_case_id_reach_by",
                table: "case_goals",
                columns: new[] { "case_id", "reach_by" });

            migrationBuilder.CreateIndex(
                name: "ix_case_goals_closed_by_id",
                table: "case_goals",
                column: "closed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_goals_set_by_id",
                table: "case_goals",
                column: "set_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_start_up_milestones_accepted_by_id",
                table: "start_up_milestones",
                column: "accepted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_start_up_milestones_instalment_id",
                table: "start_up_milestones",
                column: "instalment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_start_up_milestones_plan_id_number",
                table: "start_up_milestones",
                columns: new[] { "plan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_start_up_milestones_reported_by_id",
                table: "start_up_milestones",
                column: "reported_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_start_up_plans_case_id",
                table: "start_up_plans",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_start_up_plans_line_id_written_at",
                table: "start_up_plans",
                columns: new[] { "line_id", "written_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_start_up_plans_written_by_id",
                table: "start_up_plans",
                column: "written_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_outcomes_award_id_member_point",
                table: "work_outcomes",
                columns: new[] { "award_id", "member", "point" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_outcomes_case_id_due_on",
                table: "work_outcomes",
                columns: new[] { "case_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_work_outcomes_recorded_by_id",
                table: "work_outcomes",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "work_outcomes_to_ask",
                table: "work_outcomes",
                column: "due_on",
                filter: "result is null");

            migrationBuilder.Sql(SqlFile.Read("support_start_ups_v1"));
            migrationBuilder.Sql(SqlFile.Read("support_outcomes_v1"));
            migrationBuilder.Sql(SqlFile.Read("support_goals_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_goals");

            migrationBuilder.DropTable(
                name: "start_up_milestones");

            migrationBuilder.DropTable(
                name: "work_outcomes");

            migrationBuilder.DropTable(
                name: "start_up_plans");
        }
    }
}
