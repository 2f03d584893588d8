using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class WriteToTheOtherSide : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "recommendation_by_id",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "respondent_told_reason",
                table: "cases",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "other_side_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    although_unsafe = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_other_side_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_other_side_letters_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_other_side_letters_users_sent_by_id",
                        column: x => x.sent_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommendation_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    addressee = table.Column<byte[]>(type: "bytea", nullable: false),
                    addressee_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    addressee_sector = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    article = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    period = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    was_sent = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendation_drafts", x => x.id);
                    table.CheckConstraint("recommendation_drafts_read_by_another", "read_by_id is null or read_by_id <> written_by_id");
                    table.CheckConstraint("recommendation_drafts_read_whole", "(read_by_id is null) = (read_at is null) and (read_by_id is null) = (was_sent is null)");
                    table.ForeignKey(
                        name: "fk_recommendation_drafts_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_recommendation_drafts_users_read_by_id",
                        column: x => x.read_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recommendation_drafts_users_written_by_id",
                        column: x => x.written_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "repeat_looks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alike = table.Column<int>(type: "integer", nullable: false),
                    looked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_repeat_looks", x => x.id);
                    table.CheckConstraint("repeat_looks_at_several", "alike > 1");
                    table.ForeignKey(
                        name: "fk_repeat_looks_cases_first_id",
                        column: x => x.first_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_repeat_looks_users_looked_by_id",
                        column: x => x.looked_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "cases_grievances_to_recommend",
                table: "cases",
                columns: new[] { "due_on", "id" },
                filter: "service = 'DG' and recommendation_by_id is not null")
                .Annotation("Npgsql:IndexInclude", new[] { "municipality", "closed_to", "is_set_apart" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_recommendation_by_id",
                table: "cases",
                column: "recommendation_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_other_side_letters_case_id_sent_at",
                table: "other_side_letters",
                columns: new[] { "case_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_other_side_letters_sent_by_id",
                table: "other_side_letters",
                column: "sent_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_drafts_read_by_id",
                table: "recommendation_drafts",
                column: "read_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_recommendation_drafts_written_by_id",
                table: "recommendation_drafts",
                column: "written_by_id");

            migrationBuilder.CreateIndex(
                name: "recommendation_drafts_case",
                table: "recommendation_drafts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "recommendation_drafts_one_waits",
                table: "recommendation_drafts",
                column: "case_id",
                unique: true,
                filter: "read_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_repeat_looks_looked_by_id",
                table: "repeat_looks",
                column: "looked_by_id");

            migrationBuilder.CreateIndex(
                name: "repeat_looks_once",
                table: "repeat_looks",
                columns: new[] { "first_id", "alike" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_cases_users_recommendation_by_id",
                table: "cases",
                column: "recommendation_by_id",
                principalTable: "users",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(SqlFile.Read("other_side_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_cases_users_recommendation_by_id",
                table: "cases");

            migrationBuilder.DropTable(
                name: "other_side_letters");

            migrationBuilder.DropTable(
                name: "recommendation_drafts");

            migrationBuilder.DropTable(
                name: "repeat_looks");

            migrationBuilder.DropIndex(
                name: "cases_grievances_to_recommend",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_recommendation_by_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "recommendation_by_id",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "respondent_told_reason",
                table: "cases");

            migrationBuilder.Sql(
                """
                drop function letters_stay_with_their_case();
                drop function looks_stay_with_their_case();
                """);
        }
    }
}
