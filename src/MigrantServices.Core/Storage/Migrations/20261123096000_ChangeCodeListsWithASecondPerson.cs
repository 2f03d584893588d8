using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ChangeCodeListsWithASecondPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "change_id",
                table: "reference_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reference_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    details = table.Column<string>(type: "jsonb", nullable: true),
                    source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    article = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    old_end = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_changes", x => x.id);
                    table.CheckConstraint("reference_changes_approved_once", "(approved_at is null) = (approved_by_id is null)");
                    table.CheckConstraint("reference_changes_ends_hold_nothing", "(kind = 'End') = (details is null)");
                    table.CheckConstraint("reference_changes_in_order", "until is null or until >= effective_on");
                    table.CheckConstraint("reference_changes_two_people", "approved_by_id <> proposed_by_id");
                    table.CheckConstraint("reference_changes_withdrawn_once", "(withdrawn_at is null) = (withdrawn_by_id is null)");
                    table.ForeignKey(
                        name: "fk_reference_changes_users_approved_by_id",
                        column: x => x.approved_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reference_changes_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reference_changes_users_withdrawn_by_id",
                        column: x => x.withdrawn_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reference_texts",
                columns: table => new
                {
                    change_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_texts", x => new { x.change_id, x.language });
                    table.ForeignKey(
                        name: "fk_reference_texts_reference_changes_change_id",
                        column: x => x.change_id,
                        principalTable: "reference_changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reference_items_change_id",
                table: "reference_items",
                column: "change_id");

            migrationBuilder.CreateIndex(
                name: "ix_reference_changes_approved_by_id",
                table: "reference_changes",
                column: "approved_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_reference_changes_list_code_effective_on",
                table: "reference_changes",
                columns: new[] { "list", "code", "effective_on" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_reference_changes_proposed_by_id",
                table: "reference_changes",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_reference_changes_withdrawn_by_id",
                table: "reference_changes",
                column: "withdrawn_by_id");

            migrationBuilder.CreateIndex(
                name: "reference_changes_new_once",
                table: "reference_changes",
                columns: new[] { "list", "code" },
                unique: true,
                filter: "withdrawn_at is null and kind = 'Add'");

            migrationBuilder.AddForeignKey(
                name: "fk_reference_items_reference_changes_change_id",
                table: "reference_items",
                column: "change_id",
                principalTable: "reference_changes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(SqlFile.Read("reference_changes_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger reference_items_keep_what_they_say on reference_items;
                drop trigger reference_items_keep_the_shipped on reference_items;
                """);
            migrationBuilder.DropForeignKey(
                name: "fk_reference_items_reference_changes_change_id",
                table: "reference_items");

            migrationBuilder.DropTable(
                name: "reference_texts");

            migrationBuilder.DropTable(
                name: "reference_changes");

            migrationBuilder.DropIndex(
                name: "ix_reference_items_change_id",
                table: "reference_items");

            migrationBuilder.DropColumn(
                name: "change_id",
                table: "reference_items");
            migrationBuilder.Sql("drop function refuse_rewriting();");
        }
    }
}
