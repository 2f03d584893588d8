using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetGrievancesBeLookedInto : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_extensions_case_id_number",
                table: "case_extensions");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "investigation_opened_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "jurisdiction",
                table: "cases",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "jurisdiction_checked_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_happened_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "objection_outcome",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "objection_outcome_reason",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "own_motion_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "protected_since",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "referred_at",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "respondent_asked_until",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "respondent_heard_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "retaliation_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "settled_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "site_extended_by",
                table: "cases",
                type: "integer",
                nullable: true,
                defaultValue: 0); // grievances that are there already have gained no days on the spot

            migrationBuilder.AddColumn<DateOnly>(
                name: "site_from",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "clock",
                table: "case_extensions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "petition.DG"); // until now only petitions could be extended

            migrationBuilder.CreateTable(
                name: "inquiry_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    people = table.Column<byte[]>(type: "bytea", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reply = table.Column<byte[]>(type: "bytea", nullable: true),
                    reply_recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiry_records", x => x.id);
                    table.CheckConstraint("inquiry_records_due_after_asking", "due_on is null or due_on > \"on\"");
                    table.CheckConstraint("inquiry_records_reply_after_asking", "replied_on is null or (due_on is not null and replied_on >= \"on\")");
                    table.CheckConstraint("inquiry_records_reply_whole", "(replied_on is null) = (reply is null) and (replied_on is null) = (reply_recorded_by_id is null)");
                    table.ForeignKey(
                        name: "fk_inquiry_records_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inquiry_records_users_made_by_id",
                        column: x => x.made_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inquiry_records_users_reply_recorded_by_id",
                        column: x => x.reply_recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "jurisdiction_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    respondent_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    respondent_sector = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    last_happened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    other_relief = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    checked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jurisdiction_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_jurisdiction_checks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_jurisdiction_checks_users_checked_by_id",
                        column: x => x.checked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent = table.Column<string[]>(type: "text[]", nullable: false),
                    letter = table.Column<byte[]>(type: "bytea", nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    consent_way = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    replied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reply_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    reply_recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.CheckConstraint("referrals_reply_whole", "(reply is null) = (replied_on is null) and (reply is null) = (reply_words is null) and (reply is null) = (reply_recorded_by_id is null)");
                    table.CheckConstraint("referrals_send_something", "cardinality(sent) > 0");
                    table.ForeignKey(
                        name: "fk_referrals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_referrals_users_reply_recorded_by_id",
                        column: x => x.reply_recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_users_sent_by_id",
                        column: x => x.sent_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_unassigned",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed') and handler_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_case_id_clock_number",
                table: "case_extensions",
                columns: new[] { "case_id", "clock", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_records_case_id_made_at",
                table: "inquiry_records",
                columns: new[] { "case_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_records_made_by_id",
                table: "inquiry_records",
                column: "made_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_records_reply_recorded_by_id",
                table: "inquiry_records",
                column: "reply_recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_jurisdiction_checks_case_id_checked_at",
                table: "jurisdiction_checks",
                columns: new[] { "case_id", "checked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_jurisdiction_checks_checked_by_id",
                table: "jurisdiction_checks",
                column: "checked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_case_id_sent_at",
                table: "referrals",
                columns: new[] { "case_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_reply_recorded_by_id",
                table: "referrals",
                column: "reply_recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_sent_by_id",
                table: "referrals",
                column: "sent_by_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inquiry_records");

            migrationBuilder.DropTable(
                name: "jurisdiction_checks");

            migrationBuilder.DropTable(
                name: "referrals");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_case_extensions_case_id_clock_number",
                table: "case_extensions");

            migrationBuilder.DropColumn(
                name: "investigation_opened_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "jurisdiction",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "jurisdiction_checked_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "last_happened_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_outcome",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "objection_outcome_reason",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "own_motion_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "protected_since",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "referred_at",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "respondent_asked_until",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "respondent_heard_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "retaliation_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "settled_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "site_extended_by",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "site_from",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "clock",
                table: "case_extensions");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_unassigned",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed') and handler_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_case_extensions_case_id_number",
                table: "case_extensions",
                columns: new[] { "case_id", "number" },
                unique: true);
        }
    }
}
