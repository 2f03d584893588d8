using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AskTwiceAndKeepTranslations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "supplement_asked_again_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "supplement_asked_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "supplement_more_time",
                table: "cases",
                type: "integer",
                nullable: true,
                defaultValue: 0); // in grievances that are there already nobody has taken more time

            migrationBuilder.AddColumn<DateOnly>(
                name: "supplement_returned_again_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "supplement_returned_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "supplement_until",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "translations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to_language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    added_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    interpreter = table.Column<byte[]>(type: "bytea", nullable: true),
                    has_conflict = table.Column<bool>(type: "boolean", nullable: true),
                    conflict_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    original_version = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    checked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_translations", x => x.id);
                    table.CheckConstraint("translations_check_whole", "(state = 'Unchecked') = (checked_by_id is null) and (checked_by_id is null) = (checked_at is null)");
                    table.CheckConstraint("translations_checked_by_another", "checked_by_id is null or checked_by_id <> added_by_id");
                    table.CheckConstraint("translations_conflict_said", "conflict_words is not null or has_conflict is not true");
                    table.CheckConstraint("translations_interpreter_asked", "(interpreter is null) = (has_conflict is null)");
                    table.CheckConstraint("translations_into_another_language", "from_language <> to_language");
                    table.CheckConstraint("translations_rejected_with_reason", "(state = 'Rejected') = (reason is not null)");
                    table.ForeignKey(
                        name: "fk_translations_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_translations_users_added_by_id",
                        column: x => x.added_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_translations_users_checked_by_id",
                        column: x => x.checked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    original_version = table.Column<byte[]>(type: "bytea", nullable: false),
                    translation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    was_unchecked = table.Column<bool>(type: "boolean", nullable: false),
                    named_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    named_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_sources", x => x.id);
                    table.CheckConstraint("decision_sources_unchecked_translation", "translation_id is not null or not was_unchecked");
                    table.ForeignKey(
                        name: "fk_decision_sources_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decision_sources_translations_translation_id",
                        column: x => x.translation_id,
                        principalTable: "translations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decision_sources_users_named_by_id",
                        column: x => x.named_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_awaited",
                table: "cases",
                columns: new[] { "handler_id", "supplement_until", "id" },
                filter: "service = 'DG' and status = 'AwaitingSupplement'");

            migrationBuilder.AddCheckConstraint(
                name: "cases_supplement_asked_again_after_first",
                table: "cases",
                sql: "supplement_asked_again_on is null or supplement_asked_again_on >= supplement_asked_on");

            migrationBuilder.AddCheckConstraint(
                name: "cases_supplement_more_time_twice",
                table: "cases",
                sql: "supplement_more_time between 0 and 2");

            migrationBuilder.AddCheckConstraint(
                name: "cases_supplement_returned_twice",
                table: "cases",
                sql: "(supplement_returned_on is null) = (supplement_returned_again_on is null)");

            migrationBuilder.CreateIndex(
                name: "ix_decision_sources_case_id_deed_named_at",
                table: "decision_sources",
                columns: new[] { "case_id", "deed", "named_at" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_sources_named_by_id",
                table: "decision_sources",
                column: "named_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_sources_translation_id",
                table: "decision_sources",
                column: "translation_id");

            migrationBuilder.CreateIndex(
                name: "ix_translations_added_by_id",
                table: "translations",
                column: "added_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_translations_case_id_text_text_id_to_language_number",
                table: "translations",
                columns: new[] { "case_id", "text", "text_id", "to_language", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_translations_checked_by_id",
                table: "translations",
                column: "checked_by_id");

            migrationBuilder.Sql(SqlFile.Read("translations_v1"));
            // whoever was asked before was asked once, with the usual ten days
            migrationBuilder.Sql(
                """
                update cases set supplement_asked_on = paused_on, supplement_until = paused_on + 10
                where service = 'DG' and status = 'AwaitingSupplement' and paused_on is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_sources");

            migrationBuilder.DropTable(
                name: "translations");

            migrationBuilder.DropIndex(
                name: "cases_grievances_awaited",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_supplement_asked_again_after_first",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_supplement_more_time_twice",
                table: "cases");

            migrationBuilder.DropCheckConstraint(
                name: "cases_supplement_returned_twice",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_asked_again_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_asked_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_more_time",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_returned_again_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_returned_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "supplement_until",
                table: "cases");
        }
    }
}
