using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LetPatternsOpenOnlyAsTheirHistorySays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("patterns_v2"));

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            drop trigger pattern_steps_answer_an_asking on pattern_steps;
            drop trigger patterns_opened_by_two on patterns;
            drop function pattern_steps_after_the_asking();
            drop function patterns_with_two_people();
            """);
    }
}
