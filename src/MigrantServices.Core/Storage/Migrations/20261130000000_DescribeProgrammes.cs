using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class DescribeProgrammes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programme_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    programme_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: true),
                    programme = table.Column<string>(type: "jsonb", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_changes", x => x.id);
                    table.CheckConstraint("programme_changes_approved_once", "(approved_at is null) = (approved_by_id is null)");
                    table.CheckConstraint("programme_changes_closings_hold_nothing", "(kind = 'Close') = (rules is null)");
                    table.CheckConstraint("programme_changes_new_ones_are_described", "(kind = 'New') = (programme is not null)");
                    table.CheckConstraint("programme_changes_one_end", "approved_at is null or withdrawn_at is null");
                    table.CheckConstraint("programme_changes_two_people", "approved_by_id <> proposed_by_id");
                    table.CheckConstraint("programme_changes_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)");
                    table.ForeignKey(
                        name: "fk_programme_changes_users_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programme_changes_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programme_changes_users_withdrawn_by_id",
                        column: x => x.withdrawn_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_programmes",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    heading = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    article = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_example = table.Column<bool>(type: "boolean", nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_programmes", x => x.code);
                    table.ForeignKey(
                        name: "fk_support_programmes_programme_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "programme_changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_code = table.Column<string>(type: "character varying(60)", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_terms", x => x.id);
                    table.CheckConstraint("programme_terms_in_order", "valid_to is null or valid_to >= valid_from");
                    table.CheckConstraint("programme_terms_rules_are_whole", "rules ? 'need' and rules ? 'months' and (rules ->> 'months')::int > 0");
                    table.ForeignKey(
                        name: "fk_programme_terms_programme_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "programme_changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_programme_terms_support_programmes_programme_code",
                        column: x => x.programme_code,
                        principalTable: "support_programmes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_texts",
                columns: table => new
                {
                    programme_code = table.Column<string>(type: "character varying(60)", nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    about = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_texts", x => new { x.programme_code, x.language });
                    table.ForeignKey(
                        name: "fk_programme_texts_support_programmes_programme_code",
                        column: x => x.programme_code,
                        principalTable: "support_programmes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_programme_changes_approved_by_id",
                table: "programme_changes",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_changes_programme_code_effective_on",
                table: "programme_changes",
                columns: new[] { "programme_code", "effective_on" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_programme_changes_proposed_by_id",
                table: "programme_changes",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_changes_withdrawn_by_id",
                table: "programme_changes",
                column: "withdrawn_by_id");

            migrationBuilder.CreateIndex(
                name: "programme_changes_new_once",
                table: "programme_changes",
                column: "programme_code",
                unique: true,
                filter: "withdrawn_at is null and kind = 'New'");

            migrationBuilder.CreateIndex(
                name: "ix_programme_terms_change_id",
                table: "programme_terms",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_terms_programme_code_valid_from",
                table: "programme_terms",
                columns: new[] { "programme_code", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_programmes_change_id",
                table: "support_programmes",
                column: "change_id");

            migrationBuilder.Sql(SqlFile.Read("programmes_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "programme_terms");

            migrationBuilder.DropTable(
                name: "programme_texts");

            migrationBuilder.DropTable(
                name: "support_programmes");

            migrationBuilder.DropTable(
                name: "programme_changes");
        }
    }
}
