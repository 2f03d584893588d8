using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetTheConfirmationOpenServices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "childcare_awards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    daycare = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_because = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_childcare_awards", x => x.id);
                    table.CheckConstraint("childcare_awards_decided_by_somebody", "(state in ('Approved', 'Declined')) <= (decided_by_id is not null)");
                    table.CheckConstraint("childcare_awards_stopped_for_a_reason", "(state = 'Stopped') = (stopped_because is not null) and (stopped_because is null) = (stopped_at is null)");
                    table.CheckConstraint("childcare_awards_two_people", "decided_by_id is null or decided_by_id <> proposed_by_id");
                    table.CheckConstraint("childcare_awards_whole_months", "extract(day from \"from\") = 1 and extract(day from \"to\") = 1 and \"from\" <= \"to\"");
                    table.ForeignKey(
                        name: "fk_childcare_awards_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_childcare_awards_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_childcare_awards_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "one_time_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_views", x => x.id);
                    table.CheckConstraint("one_time_views_a_quarter_hour", "ends_at <= made_at + interval '15 minutes'");
                    table.CheckConstraint("one_time_views_hashed", "octet_length(key_hash) = 32 and octet_length(code_hash) = 32");
                    table.CheckConstraint("one_time_views_two_fields", "cardinality(fields) between 1 and 2");
                    table.ForeignKey(
                        name: "fk_one_time_views_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "service_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_consents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_consents_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_consents_users_withdrawn_by_id",
                        column: x => x.withdrawn_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "childcare_months",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    daycare = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<int>(type: "integer", nullable: false),
                    entered_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_childcare_months", x => x.id);
                    table.CheckConstraint("childcare_months_some_won", "amount > 0");
                    table.CheckConstraint("childcare_months_whole", "extract(day from month) = 1");
                    table.ForeignKey(
                        name: "fk_childcare_months_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_childcare_months_childcare_awards_award_id",
                        column: x => x.award_id,
                        principalTable: "childcare_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_childcare_months_users_entered_by_id",
                        column: x => x.entered_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    receiver = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    items = table.Column<string[]>(type: "text[]", nullable: false),
                    mark = table.Column<byte[]>(type: "bytea", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    link_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    link_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reads_left = table.Column<int>(type: "integer", nullable: false),
                    first_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    link = table.Column<byte[]>(type: "bytea", nullable: true),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    offered_from = table.Column<DateOnly>(type: "date", nullable: true),
                    answer_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_because = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_referrals", x => x.id);
                    table.CheckConstraint("service_referrals_answered", "(answer is null) = (answered_at is null) and (state <> 'Answered' or answer is not null)");
                    table.CheckConstraint("service_referrals_ended", "(state = 'Ended') = (ended_at is not null) and (ended_at is null) = (ended_because is null)");
                    table.CheckConstraint("service_referrals_link_while_sent", "link_hash is null or state = 'Sent'");
                    table.CheckConstraint("service_referrals_marked", "octet_length(mark) = 32");
                    table.CheckConstraint("service_referrals_reads", "reads_left between 0 and 5");
                    table.CheckConstraint("service_referrals_sent_by_somebody", "(sent_at is null) = (sent_by_id is null)");
                    table.CheckConstraint("service_referrals_some_items", "cardinality(items) > 0");
                    table.ForeignKey(
                        name: "fk_service_referrals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_referrals_service_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "service_consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_service_referrals_users_prepared_by_id",
                        column: x => x.prepared_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_service_referrals_users_sent_by_id",
                        column: x => x.sent_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_childcare_awards_case_id_proposed_at",
                table: "childcare_awards",
                columns: new[] { "case_id", "proposed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_childcare_awards_child_id_from",
                table: "childcare_awards",
                columns: new[] { "child_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_childcare_awards_decided_by_id",
                table: "childcare_awards",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_awards_proposed_by_id",
                table: "childcare_awards",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "childcare_months_once_a_child",
                table: "childcare_months",
                columns: new[] { "child_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_childcare_months_award_id",
                table: "childcare_months",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_months_case_id_month",
                table: "childcare_months",
                columns: new[] { "case_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_childcare_months_entered_by_id",
                table: "childcare_months",
                column: "entered_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_childcare_months_municipality_month_daycare",
                table: "childcare_months",
                columns: new[] { "municipality", "month", "daycare" });

            migrationBuilder.CreateIndex(
                name: "ix_one_time_views_case_id_made_at",
                table: "one_time_views",
                columns: new[] { "case_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_one_time_views_code_hash",
                table: "one_time_views",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_one_time_views_key_hash",
                table: "one_time_views",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_consents_case_id_recorded_at",
                table: "service_consents",
                columns: new[] { "case_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_consents_recorded_by_id",
                table: "service_consents",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_consents_withdrawn_by_id",
                table: "service_consents",
                column: "withdrawn_by_id");

            migrationBuilder.CreateIndex(
                name: "service_consents_one_a_receiver",
                table: "service_consents",
                columns: new[] { "case_id", "receiver" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_service_referrals_case_id_prepared_at",
                table: "service_referrals",
                columns: new[] { "case_id", "prepared_at" });

            migrationBuilder.CreateIndex(
                name: "ix_service_referrals_consent_id",
                table: "service_referrals",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_referrals_link_hash",
                table: "service_referrals",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_referrals_prepared_by_id",
                table: "service_referrals",
                column: "prepared_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_service_referrals_sent_by_id",
                table: "service_referrals",
                column: "sent_by_id");

            migrationBuilder.Sql(SqlFile.Read("child_openings_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop table vault.papers");

            migrationBuilder.DropTable(
                name: "childcare_months");

            migrationBuilder.DropTable(
                name: "one_time_views");

            migrationBuilder.DropTable(
                name: "service_referrals");

            migrationBuilder.DropTable(
                name: "childcare_awards");

            migrationBuilder.DropTable(
                name: "service_consents");
        }
    }
}
