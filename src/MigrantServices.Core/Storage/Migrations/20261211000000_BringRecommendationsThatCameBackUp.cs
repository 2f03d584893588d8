using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class BringRecommendationsThatCameBackUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_sent_back",
                table: "cases");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "recommendation_back_since",
                table: "cases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "cases_grievances_sent_back",
                table: "cases",
                columns: new[] { "handler_id", "changed_at", "id" },
                filter: "service = 'DG' and (status = 'UnderReview' and answer is not null or status = 'ObjectionReview' and objection_answer is not null or recommendation_back_since is not null)")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });

            // what came back so far and was not written anew; a case that was laid aside waits for nothing
            migrationBuilder.Sql(
                """
                update cases c set recommendation_back_since = d.read_at
                from (select distinct on (case_id) case_id, read_at, was_sent from recommendation_drafts order by case_id, written_at desc) d
                where d.case_id = c.id and d.was_sent = false and c.service = 'DG' and c.status in ('Answered', 'Objected', 'ObjectionReview', 'ObjectionProposed', 'ObjectionAnswered')
                    and case when c.answer_stands = false and c.objection_approved_by_id is not null then c.objection_outcome else c.outcome end = 'recommendation';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "cases_grievances_sent_back",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "recommendation_back_since",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "cases_grievances_sent_back",
                table: "cases",
                columns: new[] { "handler_id", "changed_at", "id" },
                filter: "service = 'DG' and (status = 'UnderReview' and answer is not null or status = 'ObjectionReview' and objection_answer is not null)")
                .Annotation("Npgsql:IndexInclude", new[] { "closed_to", "is_set_apart" });
        }
    }
}
