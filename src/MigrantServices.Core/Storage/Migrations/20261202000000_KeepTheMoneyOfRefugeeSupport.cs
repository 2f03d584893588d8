using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepTheMoneyOfRefugeeSupport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "budget_closings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_closings", x => x.id);
                    table.CheckConstraint("budget_closings_decided", "(state = 'Proposed') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)");
                    table.CheckConstraint("budget_closings_two_people", "state <> 'Approved' or decided_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_budget_closings_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budget_closings_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    opened_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    committed_won = table.Column<long>(type: "bigint", nullable: false),
                    paid_won = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_lines", x => x.id);
                    table.CheckConstraint("budget_lines_never_below_zero", "committed_won >= 0 and committed_won <= won");
                    table.CheckConstraint("budget_lines_paid_is_committed", "paid_won >= 0 and paid_won <= committed_won");
                    table.CheckConstraint("budget_lines_year", "year between 2020 and 2099");
                    table.ForeignKey(
                        name: "fk_budget_lines_users_opened_by_id",
                        column: x => x.opened_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provider_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    provider = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_places", x => x.id);
                    table.CheckConstraint("provider_places_number", "places >= 0");
                    table.ForeignKey(
                        name: "fk_provider_places_support_programmes_programme_code",
                        column: x => x.programme_code,
                        principalTable: "support_programmes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "awards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: true),
                    programme_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    terms_id = table.Column<Guid>(type: "uuid", nullable: false),
                    members = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    need = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    released_won = table.Column<long>(type: "bigint", nullable: false),
                    paid_won = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awards", x => x.id);
                    table.CheckConstraint("awards_for_somebody", "cardinality(members) > 0");
                    table.CheckConstraint("awards_in_order", "to_day >= from_day and (ended_on is null or ended_on between from_day - 1 and to_day)");
                    table.CheckConstraint("awards_of_a_line", "won = 0 or line_id is not null");
                    table.CheckConstraint("awards_sums", "won >= 0 and released_won >= 0 and paid_won >= 0 and paid_won + released_won <= won");
                    table.CheckConstraint("awards_two_people", "approved_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_awards_budget_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_programme_terms_terms_id",
                        column: x => x.terms_id,
                        principalTable: "programme_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_support_programmes_programme_code",
                        column: x => x.programme_code,
                        principalTable: "support_programmes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_users_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_changes", x => x.id);
                    table.CheckConstraint("budget_changes_carried_by_a_closing", "(kind in ('CarryOut', 'CarryIn')) = (closing_id is not null)");
                    table.CheckConstraint("budget_changes_decided", "(state = 'Proposed') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)");
                    table.CheckConstraint("budget_changes_kind", "case kind when 'Increase' then won > 0 when 'CarryIn' then won > 0 when 'Decrease' then won < 0 when 'CarryOut' then won < 0 else false end");
                    table.CheckConstraint("budget_changes_two_people", "state <> 'Approved' or decided_by_id <> proposed_by_id");
                    table.ForeignKey(
                        name: "fk_budget_changes_budget_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "budget_closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budget_changes_budget_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budget_changes_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_budget_changes_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_endings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_won = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_endings", x => x.id);
                    table.ForeignKey(
                        name: "fk_award_endings_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_award_endings_users_by_id",
                        column: x => x.by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_members",
                columns: table => new
                {
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    need = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_members", x => new { x.award_id, x.member });
                    table.ForeignKey(
                        name: "fk_award_members_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    handed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    handed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    acknowledged = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    acknowledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    acknowledgement_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                    table.CheckConstraint("deliveries_acknowledged", "(acknowledged is null) = (acknowledged_on is null) and (acknowledged is null) = (acknowledgement_by_id is null) and (acknowledged_on is null or acknowledged_on >= handed_on)");
                    table.CheckConstraint("deliveries_count", "count > 0");
                    table.ForeignKey(
                        name: "fk_deliveries_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deliveries_users_acknowledgement_by_id",
                        column: x => x.acknowledgement_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_deliveries_users_handed_by_id",
                        column: x => x.handed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instalments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    returned_won = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instalments", x => x.id);
                    table.CheckConstraint("instalments_number", "number > 0");
                    table.CheckConstraint("instalments_won", "won > 0 and returned_won >= 0 and returned_won <= won and (returned_won = 0 or state = 'Paid')");
                    table.ForeignKey(
                        name: "fk_instalments_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_instalments_budget_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "place_stays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    places_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    given_by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_stays", x => x.id);
                    table.CheckConstraint("place_stays_in_order", "to_day >= from_day and number > 0");
                    table.ForeignKey(
                        name: "fk_place_stays_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_place_stays_provider_places_places_id",
                        column: x => x.places_id,
                        principalTable: "provider_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_place_stays_users_given_by_id",
                        column: x => x.given_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    instalment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payee = table.Column<byte[]>(type: "bytea", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    released_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => x.id);
                    table.CheckConstraint("payments_released", "(state in ('Released', 'Reversed')) = (released_by_id is not null) and (released_by_id is null) = (paid_on is null) and (released_by_id is null) = (released_at is null)");
                    table.CheckConstraint("payments_two_people", "released_by_id is null or released_by_id <> prepared_by_id");
                    table.CheckConstraint("payments_withdrawn", "(state = 'Withdrawn') = (withdrawn_by_id is not null)");
                    table.CheckConstraint("payments_won", "won > 0");
                    table.ForeignKey(
                        name: "fk_payments_instalments_instalment_id",
                        column: x => x.instalment_id,
                        principalTable: "instalments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_users_prepared_by_id",
                        column: x => x.prepared_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_users_released_by_id",
                        column: x => x.released_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_users_withdrawn_by_id",
                        column: x => x.withdrawn_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    returned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_returns", x => x.id);
                    table.CheckConstraint("payment_returns_won", "won > 0");
                    table.ForeignKey(
                        name: "fk_payment_returns_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_returns_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_reversals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    released_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_reversals", x => x.id);
                    table.CheckConstraint("payment_reversals_released", "(state = 'Released') = (released_by_id is not null) and (released_by_id is null) = (released_at is null)");
                    table.CheckConstraint("payment_reversals_two_people", "released_by_id is null or released_by_id <> prepared_by_id");
                    table.ForeignKey(
                        name: "fk_payment_reversals_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_reversals_users_prepared_by_id",
                        column: x => x.prepared_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_reversals_users_released_by_id",
                        column: x => x.released_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_award_endings_award_id",
                table: "award_endings",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_endings_by_id",
                table: "award_endings",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_award_members_member",
                table: "award_members",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "awards_of_line",
                table: "awards",
                columns: new[] { "line_id", "id" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_awards_approved_by_id",
                table: "awards",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_awards_case_id",
                table: "awards",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_awards_number",
                table: "awards",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_awards_programme_code",
                table: "awards",
                column: "programme_code");

            migrationBuilder.CreateIndex(
                name: "ix_awards_proposed_by_id",
                table: "awards",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_awards_terms_id",
                table: "awards",
                column: "terms_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_changes_closing_id",
                table: "budget_changes",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_changes_decided_by_id",
                table: "budget_changes",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_changes_line_id_proposed_at_id",
                table: "budget_changes",
                columns: new[] { "line_id", "proposed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_budget_changes_proposed_by_id",
                table: "budget_changes",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "budget_closings_once",
                table: "budget_closings",
                column: "year",
                unique: true,
                filter: "state <> 'Refused'");

            migrationBuilder.CreateIndex(
                name: "ix_budget_closings_decided_by_id",
                table: "budget_closings",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_closings_proposed_by_id",
                table: "budget_closings",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_opened_by_id",
                table: "budget_lines",
                column: "opened_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_budget_lines_year_code",
                table: "budget_lines",
                columns: new[] { "year", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_acknowledgement_by_id",
                table: "deliveries",
                column: "acknowledgement_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_award_id",
                table: "deliveries",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_handed_by_id",
                table: "deliveries",
                column: "handed_by_id");

            migrationBuilder.CreateIndex(
                name: "instalments_due",
                table: "instalments",
                columns: new[] { "due_on", "id" },
                filter: "state = 'Due'");

            migrationBuilder.CreateIndex(
                name: "instalments_due_of_line",
                table: "instalments",
                column: "line_id",
                filter: "state = 'Due'");

            migrationBuilder.CreateIndex(
                name: "ix_instalments_award_id_number",
                table: "instalments",
                columns: new[] { "award_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_returns_payment_id",
                table: "payment_returns",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_returns_recorded_by_id",
                table: "payment_returns",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_reversals_prepared_by_id",
                table: "payment_reversals",
                column: "prepared_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_reversals_released_by_id",
                table: "payment_reversals",
                column: "released_by_id");

            migrationBuilder.CreateIndex(
                name: "payment_reversals_once",
                table: "payment_reversals",
                column: "payment_id",
                unique: true,
                filter: "state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_payments_instalment_id",
                table: "payments",
                column: "instalment_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_prepared_by_id",
                table: "payments",
                column: "prepared_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_released_by_id",
                table: "payments",
                column: "released_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_withdrawn_by_id",
                table: "payments",
                column: "withdrawn_by_id");

            migrationBuilder.CreateIndex(
                name: "payments_once",
                table: "payments",
                column: "instalment_id",
                unique: true,
                filter: "state in ('Prepared', 'Released')");

            migrationBuilder.CreateIndex(
                name: "payments_to_release",
                table: "payments",
                column: "prepared_at",
                filter: "state = 'Prepared'");

            migrationBuilder.CreateIndex(
                name: "ix_place_stays_award_id",
                table: "place_stays",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_place_stays_given_by_id",
                table: "place_stays",
                column: "given_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_place_stays_places_id",
                table: "place_stays",
                column: "places_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_places_programme_code_provider",
                table: "provider_places",
                columns: new[] { "programme_code", "provider" },
                unique: true);

            migrationBuilder.Sql(SqlFile.Read("support_budget_v1"));
            migrationBuilder.Sql(SqlFile.Read("support_awards_v1"));
            migrationBuilder.Sql(SqlFile.Read("support_payments_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "award_endings");

            migrationBuilder.DropTable(
                name: "award_members");

            migrationBuilder.DropTable(
                name: "budget_changes");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "payment_returns");

            migrationBuilder.DropTable(
                name: "payment_reversals");

            migrationBuilder.DropTable(
                name: "place_stays");

            migrationBuilder.DropTable(
                name: "budget_closings");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "provider_places");

            migrationBuilder.DropTable(
                name: "instalments");

            migrationBuilder.DropTable(
                name: "awards");

            migrationBuilder.DropTable(
                name: "budget_lines");
        }
    }
}
