using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class DestroyAParentAloneAndStrikeEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "identity_destructions_one_at_a_time",
                table: "identity_destructions");

            migrationBuilder.AddColumn<Guid>(
                name: "parent_id",
                table: "identity_destructions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "child_proof_strikes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proof_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    struck_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_proof_strikes", x => x.id);
                    table.ForeignKey(
                        name: "fk_child_proof_strikes_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_proof_strikes_child_proofs_proof_id",
                        column: x => x.proof_id,
                        principalTable: "child_proofs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_child_proof_strikes_users_struck_by_id",
                        column: x => x.struck_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "identity_destructions_one_at_a_time",
                table: "identity_destructions",
                column: "case_id",
                unique: true,
                filter: "state <> 'Declined' and parent_id is null");

            migrationBuilder.CreateIndex(
                name: "identity_destructions_one_of_a_parent",
                table: "identity_destructions",
                columns: new[] { "case_id", "parent_id" },
                unique: true,
                filter: "state <> 'Declined' and parent_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_identity_destructions_asked_at",
                table: "identity_destructions",
                column: "asked_at",
                filter: "state = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "ix_child_proof_strikes_case_id",
                table: "child_proof_strikes",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_child_proof_strikes_proof_id",
                table: "child_proof_strikes",
                column: "proof_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_proof_strikes_struck_by_id",
                table: "child_proof_strikes",
                column: "struck_by_id");

            migrationBuilder.Sql(SqlFile.Read("identity_destructions_v2"));
            migrationBuilder.Sql(SqlFile.Read("child_proof_strikes_v1"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "child_proof_strikes");

            migrationBuilder.Sql("""
                drop function proof_is_struck_in_time();
                delete from identity_destructions where parent_id is not null;
                drop trigger identity_destructions_keep on identity_destructions;
                create trigger identity_destructions_keep before update on identity_destructions
                    for each row when (old.state <> 'Asked'
                        or (new.id, new.case_id, new.ground, new.ground_since, new.reason, new.asked_by_id, new.asked_at)
                        is distinct from (old.id, old.case_id, old.ground, old.ground_since, old.reason, old.asked_by_id, old.asked_at))
                    execute function refuse_change();
                create or replace function identity_is_needed_no_more() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'INSERT' and new.state <> 'Asked' then
                        raise exception 'It is asked first.' using errcode = 'check_violation', constraint = 'identity_destructions_asked_first';
                    end if;
                    if new.state = 'Done' and (
                        not exists (select from cases c where c.id = new.case_id and c.status in ('Refused', 'Withdrawn', 'Revoked', 'AgedOut'))
                        or exists (select from card_issues i where i.case_id = new.case_id and i.state = 'Valid')) then
                        raise exception 'The case is not over, or a card is valid.' using errcode = 'check_violation', constraint = 'identity_destructions_when_over';
                    end if;
                    return new;
                end $$;
                """);

            migrationBuilder.DropIndex(
                name: "identity_destructions_one_at_a_time",
                table: "identity_destructions");

            migrationBuilder.DropIndex(
                name: "identity_destructions_one_of_a_parent",
                table: "identity_destructions");

            migrationBuilder.DropIndex(
                name: "ix_identity_destructions_asked_at",
                table: "identity_destructions");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "identity_destructions");

            migrationBuilder.CreateIndex(
                name: "identity_destructions_one_at_a_time",
                table: "identity_destructions",
                column: "case_id",
                unique: true,
                filter: "state <> 'Declined'");
        }
    }
}
