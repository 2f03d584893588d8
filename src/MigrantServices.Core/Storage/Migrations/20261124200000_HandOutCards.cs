using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HandOutCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "card_issues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_serial = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    card_serial = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    template = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_token = table.Column<byte[]>(type: "bytea", nullable: true),
                    key_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    municipality = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    old_returned_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_card_issues", x => x.id);
                    table.CheckConstraint("card_issues_ended_after_issue", "ended_at >= issued_at");
                    table.CheckConstraint("card_issues_ended_by_somebody", "case state when 'Valid' then ended_by_id is null when 'AgedOut' then true when 'Lost' then true else ended_by_id is not null end");
                    table.CheckConstraint("card_issues_ended_or_valid", "(state = 'Valid') = (ended_at is null)");
                    table.CheckConstraint("card_issues_ended_unprintable", "sealed_token is null or state = 'Valid'");
                    table.CheckConstraint("card_issues_hashed", "octet_length(token_hash) = 32");
                    table.CheckConstraint("card_issues_known_state", "state in ('Valid', 'Replaced', 'Lost', 'Revoked', 'AgedOut')");
                    table.CheckConstraint("card_issues_linked_serials", "left(document_serial, 9) = left(card_serial, 9) and document_serial <> card_serial");
                    table.CheckConstraint("card_issues_returned_after_end", "old_returned_on is null or state <> 'Valid'");
                    table.CheckConstraint("card_issues_template", "template > 0");
                    table.CheckConstraint("card_issues_three_people", "prepared_by_id <> approved_by_id and approved_by_id <> issued_by_id and prepared_by_id <> issued_by_id");
                    table.ForeignKey(
                        name: "fk_card_issues_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_card_issues_users_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_card_issues_users_ended_by_id",
                        column: x => x.ended_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_card_issues_users_issued_by_id",
                        column: x => x.issued_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_card_issues_users_prepared_by_id",
                        column: x => x.prepared_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "card_issues_one_valid_a_case",
                table: "card_issues",
                column: "case_id",
                unique: true,
                filter: "state = 'Valid'");

            migrationBuilder.CreateIndex(
                name: "card_issues_one_valid_a_child",
                table: "card_issues",
                column: "child_id",
                unique: true,
                filter: "state = 'Valid'");

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_approved_by_id",
                table: "card_issues",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_card_serial",
                table: "card_issues",
                column: "card_serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_case_id_issued_at",
                table: "card_issues",
                columns: new[] { "case_id", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_document_serial",
                table: "card_issues",
                column: "document_serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_ended_by_id",
                table: "card_issues",
                column: "ended_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_issued_by_id",
                table: "card_issues",
                column: "issued_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_prepared_by_id",
                table: "card_issues",
                column: "prepared_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_card_issues_token_hash",
                table: "card_issues",
                column: "token_hash",
                unique: true);

            migrationBuilder.Sql(SqlFile.Read("card_issues_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "card_issues");

            migrationBuilder.Sql(
                """
                drop function card_begins_valid();
                drop function card_keeps_what_it_says();
                drop function card_stays_with_its_case();
                """);
        }
    }
}
