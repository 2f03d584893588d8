using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class MarkRespondentsOfOlderCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // only the portal holds the keys, so it makes the marks itself, from this job on
            migrationBuilder.Sql(
                """
                insert into outbox_jobs (id, kind, payload, dedupe_key, due_at, attempts)
                select gen_random_uuid(), 'older-respondents', '"00000000-0000-0000-0000-000000000000"', 'older-respondents', now(), 0
                where exists (
                    select from cases c
                    where c.service = 'DG' and c.respondent is not null and c.status <> 'Withdrawn'
                        and not exists (select from respondent_tokens t where t.case_id = c.id));
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from outbox_jobs where kind = 'older-respondents';");
        }
    }
}
