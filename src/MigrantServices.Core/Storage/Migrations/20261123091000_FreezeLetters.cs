using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class FreezeLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "case_messages_written_by_somebody",
                table: "case_messages");

            migrationBuilder.AddColumn<int>(
                name: "progress_told",
                table: "cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddCheckConstraint(
                name: "case_messages_written_by_somebody",
                table: "case_messages",
                sql: "case when from_office then code_id is null and (author_id is not null or template is not null) else author_id is null end");

            migrationBuilder.Sql(SqlFile.Read("letters_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger case_messages_keep_their_words on case_messages;
                drop trigger case_messages_keep_their_reading on case_messages;
                drop function refuse_other_words();
                """);

            migrationBuilder.DropCheckConstraint(
                name: "case_messages_written_by_somebody",
                table: "case_messages");

            migrationBuilder.DropColumn(
                name: "progress_told",
                table: "cases");

            migrationBuilder.AddCheckConstraint(
                name: "case_messages_written_by_somebody",
                table: "case_messages",
                sql: "from_office = (author_id is not null)");
        }
    }
}
