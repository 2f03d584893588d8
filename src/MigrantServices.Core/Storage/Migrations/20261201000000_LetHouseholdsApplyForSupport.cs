using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetHouseholdsApplyForSupport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "earlier_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_urgent",
                table: "cases",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "officer_wish",
                table: "cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "open_to",
                table: "cases",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "file_readers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    colleague_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_readers", x => x.id);
                    table.CheckConstraint("file_readers_removed_by_somebody", "(removed_at is null) = (removed_by_id is null)");
                    table.CheckConstraint("file_readers_with_reason", "because <> 'Reason' or reason is not null");
                    table.ForeignKey(
                        name: "fk_file_readers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_file_readers_users_added_by_id",
                        column: x => x.added_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_file_readers_users_colleague_id",
                        column: x => x.colleague_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_file_readers_users_removed_by_id",
                        column: x => x.removed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_given_papers", x => x.id);
                    table.CheckConstraint("given_papers_seen_by_somebody", "(seen_at is null) = (seen_by_id is null)");
                    table.ForeignKey(
                        name: "fk_given_papers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_given_papers_users_seen_by_id",
                        column: x => x.seen_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_applicant = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    category = table.Column<byte[]>(type: "bytea", nullable: true),
                    born = table.Column<byte[]>(type: "bytea", nullable: true),
                    asked_refuge_on = table.Column<byte[]>(type: "bytea", nullable: true),
                    circumstances = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_people_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    terms_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    wanted_from = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    grants = table.Column<bool>(type: "boolean", nullable: true),
                    members = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: true),
                    to_day = table.Column<DateOnly>(type: "date", nullable: true),
                    won = table.Column<long>(type: "bigint", nullable: true),
                    refusal_reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    departure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    why = table.Column<byte[]>(type: "bytea", nullable: true),
                    why_in_their_language = table.Column<byte[]>(type: "bytea", nullable: true),
                    finding = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_lines", x => x.id);
                    table.CheckConstraint("support_lines_depart_with_reason", "departure is null or why is not null");
                    table.CheckConstraint("support_lines_granted_whole", "state <> 'Granted' or (grants and cardinality(members) > 0 and from_day is not null and to_day >= from_day)");
                    table.CheckConstraint("support_lines_refused_with_reason", "state not in ('Prepared', 'Refused') or grants or (refusal_reason is not null and why is not null)");
                    table.CheckConstraint("support_lines_won_positive", "won is null or won > 0");
                    table.ForeignKey(
                        name: "fk_support_lines_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_support_lines_programme_terms_terms_id",
                        column: x => x.terms_id,
                        principalTable: "programme_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_support_lines_support_programmes_programme",
                        column: x => x.programme,
                        principalTable: "support_programmes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_read_backs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reader = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_read_backs", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_read_backs_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_support_read_backs_users_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "granted_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    terms_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    members = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    won = table.Column<long>(type: "bigint", nullable: true),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_granted_lines", x => x.id);
                    table.CheckConstraint("granted_lines_by_two", "proposed_by_id <> approved_by_id");
                    table.CheckConstraint("granted_lines_in_order", "to_day >= from_day");
                    table.CheckConstraint("granted_lines_to_somebody", "cardinality(members) > 0 and (won is null or won > 0)");
                    table.ForeignKey(
                        name: "fk_granted_lines_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_granted_lines_programme_terms_terms_id",
                        column: x => x.terms_id,
                        principalTable: "programme_terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_granted_lines_support_lines_line_id",
                        column: x => x.line_id,
                        principalTable: "support_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_granted_lines_users_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_granted_lines_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_support_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'RS' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "open_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_support_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'RS' and status in ('Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "open_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_support_language",
                table: "cases",
                columns: new[] { "language", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'RS'");

            migrationBuilder.CreateIndex(
                name: "cases_support_municipality",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'RS'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "open_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_support_newest",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'RS'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "open_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_support_open_to",
                table: "cases",
                column: "open_to",
                filter: "service = 'RS'")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "cases_support_status",
                table: "cases",
                columns: new[] { "status", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'RS'");

            migrationBuilder.CreateIndex(
                name: "cases_support_urgent",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'RS' and status in ('Submitted', 'UnderReview', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed') and is_urgent");

            migrationBuilder.CreateIndex(
                name: "ix_cases_earlier_id",
                table: "cases",
                column: "earlier_id");

            migrationBuilder.AddCheckConstraint(
                name: "cases_open_to_few",
                table: "cases",
                sql: "cardinality(open_to) <= 60");

            migrationBuilder.AddCheckConstraint(
                name: "cases_support_decided_by_two",
                table: "cases",
                sql: "service <> 'RS' or decided_at is null or (proposed_by_id is not null and approved_by_id is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_file_readers_added_by_id",
                table: "file_readers",
                column: "added_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_file_readers_case_id_colleague_id",
                table: "file_readers",
                columns: new[] { "case_id", "colleague_id" },
                unique: true,
                filter: "removed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_file_readers_colleague_id",
                table: "file_readers",
                column: "colleague_id");

            migrationBuilder.CreateIndex(
                name: "ix_file_readers_removed_by_id",
                table: "file_readers",
                column: "removed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_given_papers_case_id_code",
                table: "given_papers",
                columns: new[] { "case_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_given_papers_seen_by_id",
                table: "given_papers",
                column: "seen_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_approved_by_id",
                table: "granted_lines",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_case_id",
                table: "granted_lines",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_line_id",
                table: "granted_lines",
                column: "line_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_members",
                table: "granted_lines",
                column: "members")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_proposed_by_id",
                table: "granted_lines",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_granted_lines_terms_id",
                table: "granted_lines",
                column: "terms_id");

            migrationBuilder.CreateIndex(
                name: "household_people_one_applicant",
                table: "household_people",
                column: "case_id",
                unique: true,
                filter: "is_applicant");

            migrationBuilder.CreateIndex(
                name: "ix_household_people_case_id_key",
                table: "household_people",
                columns: new[] { "case_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_lines_case_id_position",
                table: "support_lines",
                columns: new[] { "case_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_lines_programme_case_id",
                table: "support_lines",
                columns: new[] { "programme", "case_id" });
            migrationBuilder.CreateIndex(
                name: "ix_support_lines_terms_id",
                table: "support_lines",
                column: "terms_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_read_backs_case_id",
                table: "support_read_backs",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_read_backs_recorded_by_id",
                table: "support_read_backs",
                column: "recorded_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_cases_cases_earlier_id",
                table: "cases",
                column: "earlier_id",
                principalTable: "cases",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.Sql(SqlFile.Read("support_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cases_cases_earlier_id",
                table: "cases");

            migrationBuilder.DropTable(
                name: "file_readers");

            migrationBuilder.DropTable(
                name: "given_papers");

            migrationBuilder.DropTable(
                name: "granted_lines");

            migrationBuilder.DropTable(
                name: "household_people");

            migrationBuilder.DropTable(
                name: "support_read_backs");

            migrationBuilder.DropTable(
                name: "support_lines");

            migrationBuilder.DropIndex(
                name: "cases_support_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_handler",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_language",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_newest",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_open_to",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_status",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_support_urgent",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_earlier_id",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_open_to_few",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_support_decided_by_two",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "earlier_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_urgent",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "officer_wish",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "open_to",
                table: "cases");
        }
    }
}
