using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepCasesFair : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_answered",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handed",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
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
                name: "cases_grievances_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_newest",
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
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.AddColumn<bool>(
                name: "for_set_apart",
                table: "role_grants",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_of_set_apart",
                table: "month_checks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid[]>(
                name: "closed_to",
                table: "cases",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<bool>(
                name: "is_set_apart",
                table: "cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "interest_declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    colleague_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lifted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interest_declarations", x => x.id);
                    table.CheckConstraint("interest_declarations_lifted_by_another", "lifted_by_id is null or lifted_by_id <> colleague_id");
                    table.CheckConstraint("interest_declarations_lifted_whole", "(lifted_by_id is null) = (lifted_at is null) and (lifted_by_id is null) = (lifted_words is null)");
                    table.ForeignKey(
                        name: "fk_interest_declarations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interest_declarations_users_colleague_id",
                        column: x => x.colleague_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interest_declarations_users_lifted_by_id",
                        column: x => x.lifted_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_answered",
                table: "cases",
                column: "answered_at",
                filter: "service = 'DG' and answered_at is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "answered_in_time", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handed",
                table: "cases",
                columns: new[] { "handler_id", "handed_at", "id" },
                filter: "service = 'DG' and handed_at is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler_due",
                table: "cases",
                columns: new[] { "handler_id", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler_unread",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                filter: "service = 'DG' and has_unread")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_load",
                table: "cases",
                columns: new[] { "handler_id", "language", "due_on" },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "status", "has_unread", "received_at", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_municipality",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_newest",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'DG'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_not_taken_on",
                table: "cases",
                columns: new[] { "received_at", "id" },
                filter: "service = 'DG' and status = 'Submitted' and handler_id is null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_objected",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and status = 'Objected'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_sent_back",
                table: "cases",
                columns: new[] { "handler_id", "changed_at", "id" },
                filter: "service = 'DG' and (status = 'UnderReview' and answer is not null or status = 'ObjectionReview' and objection_answer is not null)")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_set_apart",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'DG' and is_set_apart");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_to_approve",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and status = 'Proposed'")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_unassigned",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed') and handler_id is null")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            migrationBuilder.AddCheckConstraint(
                name: "cases_closed_to_few",
                table: "cases",
                sql: "cardinality(closed_to) <= 60");

            migrationBuilder.AddCheckConstraint(
                name: "cases_not_with_whom_it_is_closed_to",
                table: "cases",
                sql: "handler_id is null or not handler_id = any(closed_to)");

            migrationBuilder.CreateIndex(
                name: "interest_declarations_in_force",
                table: "interest_declarations",
                columns: new[] { "declared_at", "id" },
                descending: new bool[0],
                filter: "lifted_at is null");

            migrationBuilder.CreateIndex(
                name: "interest_declarations_one_in_force",
                table: "interest_declarations",
                columns: new[] { "case_id", "colleague_id" },
                unique: true,
                filter: "lifted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_interest_declarations_case_id_declared_at",
                table: "interest_declarations",
                columns: new[] { "case_id", "declared_at" });

            migrationBuilder.CreateIndex(
                name: "ix_interest_declarations_colleague_id",
                table: "interest_declarations",
                column: "colleague_id");

            migrationBuilder.CreateIndex(
                name: "ix_interest_declarations_lifted_by_id",
                table: "interest_declarations",
                column: "lifted_by_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "interest_declarations");

            migrationBuilder.DropIndex(
                name: "cases_grievances_answered",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_due_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handed",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_handler",
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
                name: "cases_grievances_municipality",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_newest",
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
                name: "cases_grievances_set_apart",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_to_approve",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "cases_grievances_unassigned",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_closed_to_few",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_not_with_whom_it_is_closed_to",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "for_set_apart",
                table: "role_grants");

            migrationBuilder.DropColumn(
                name: "is_of_set_apart",
                table: "month_checks");

            migrationBuilder.DropColumn(
                name: "closed_to",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "is_set_apart",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_answered",
                table: "cases",
                column: "answered_at",
                filter: "service = 'DG' and answered_at is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "answered_in_time" });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and due_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_due_municipality",
                table: "cases",
                columns: new[] { "municipality", "due_on", "id" },
                filter: "service = 'DG' and due_on is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handed",
                table: "cases",
                columns: new[] { "handler_id", "handed_at", "id" },
                filter: "service = 'DG' and handed_at is not null");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_handler",
                table: "cases",
                columns: new[] { "handler_id", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed')")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality" });

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
                name: "cases_grievances_municipality",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG'");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_newest",
                table: "cases",
                columns: new[] { "received_at", "id" },
                descending: new bool[0],
                filter: "service = 'DG'");

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
                name: "cases_grievances_unassigned",
                table: "cases",
                columns: new[] { "municipality", "received_at", "id" },
                descending: new[] { false, true, true },
                filter: "service = 'DG' and status in ('Tip', 'Submitted', 'UnderReview', 'Investigating', 'SiteInvestigation', 'Mediating', 'AwaitingSupplement', 'Proposed', 'Objected', 'ObjectionReview', 'ObjectionProposed') and handler_id is null");
        }
    }
}
