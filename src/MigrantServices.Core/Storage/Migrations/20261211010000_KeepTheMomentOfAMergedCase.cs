using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeepTheMomentOfAMergedCase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at_before",
                table: "case_merges",
                type: "timestamp with time zone",
                nullable: true);
            migrationBuilder.Sql(SqlFile.Read("merges_v2"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger case_merges_decided_once on case_merges;
                create trigger case_merges_decided_once
                    before update on case_merges
                    for each row when (
                        (old.decided_by_id is not null and (new.decided_by_id, new.decided_at, new.status_before, new.due_on_before, new.paused_on_before)
                            is distinct from (old.decided_by_id, old.decided_at, old.status_before, old.due_on_before, old.paused_on_before))
                        or old.state in ('Declined', 'Undone')
                        or (old.undo_proposed_by_id is not null and new.undo_proposed_by_id is not null and new.undo_proposed_by_id <> old.undo_proposed_by_id))
                    execute function keep_what_was_said();
                """);

            migrationBuilder.DropColumn(
                name: "due_at_before",
                table: "case_merges");
        }
    }
}
