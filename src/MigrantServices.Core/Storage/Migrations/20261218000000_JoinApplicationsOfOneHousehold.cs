using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MigrantServices.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class JoinApplicationsOfOneHousehold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "asked_about",
                table: "household_people",
                type: "text[]",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "household_joins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    part_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    part_proposed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_joins", x => x.id);
                    table.CheckConstraint("household_joins_by_two_people", "state in ('Proposed', 'Declined') or decided_by_id <> proposed_by_id");
                    table.CheckConstraint("household_joins_decided_whole", "(state = 'Proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)");
                    table.CheckConstraint("household_joins_part_whole", "(state in ('PartProposed', 'Parted')) = (part_proposed_by_id is not null) and (part_proposed_by_id is null) = (part_words is null)");
                    table.CheckConstraint("household_joins_parted_by_two_people", "(state = 'Parted') = (parted_by_id is not null) and (parted_by_id is null) = (parted_at is null) and (parted_by_id is null or parted_by_id <> part_proposed_by_id)");
                    table.ForeignKey(
                        name: "fk_household_joins_case_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "case_pairs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_joins_users_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_joins_users_part_proposed_by_id",
                        column: x => x.part_proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_joins_users_parted_by_id",
                        column: x => x.parted_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_joins_users_proposed_by_id",
                        column: x => x.proposed_by_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_marks",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mark = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_marks", x => new { x.person_id, x.kind, x.mark });
                    table.ForeignKey(
                        name: "fk_household_marks_household_people_person_id",
                        column: x => x.person_id,
                        principalTable: "household_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "same_people",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    as_key = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_same_people", x => new { x.key, x.as_key });
                });

            migrationBuilder.CreateTable(
                name: "household_links",
                columns: table => new
                {
                    join_id = table.Column<Guid>(type: "uuid", nullable: false),
                    one_key = table.Column<Guid>(type: "uuid", nullable: false),
                    other_key = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_links", x => new { x.join_id, x.one_key, x.other_key });
                    table.CheckConstraint("household_links_of_two", "one_key <> other_key");
                    table.ForeignKey(
                        name: "fk_household_links_household_joins_join_id",
                        column: x => x.join_id,
                        principalTable: "household_joins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "household_joins_one_alive",
                table: "household_joins",
                column: "pair_id",
                unique: true,
                filter: "state in ('Proposed', 'Joined', 'PartProposed')");

            migrationBuilder.CreateIndex(
                name: "ix_household_joins_decided_by_id",
                table: "household_joins",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_joins_pair_id",
                table: "household_joins",
                column: "pair_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_joins_part_proposed_by_id",
                table: "household_joins",
                column: "part_proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_joins_parted_by_id",
                table: "household_joins",
                column: "parted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_joins_proposed_by_id",
                table: "household_joins",
                column: "proposed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_links_one_key",
                table: "household_links",
                column: "one_key");

            migrationBuilder.CreateIndex(
                name: "ix_household_links_other_key",
                table: "household_links",
                column: "other_key");

            migrationBuilder.CreateIndex(
                name: "household_marks_mark",
                table: "household_marks",
                column: "mark")
                .Annotation("Npgsql:IndexInclude", new[] { "kind", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_household_marks_case_id",
                table: "household_marks",
                column: "case_id");

            migrationBuilder.Sql(SqlFile.Read("support_households_v1"));
            migrationBuilder.Sql(SqlFile.Read("support_appointments_v2"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger awards_meet_no_joined_need on awards;
                drop function award_meets_no_joined_need();
                drop trigger interpreter_conflicts_take_effect on interpreter_conflicts;
                drop trigger interpreter_exclusions_keep_all on interpreter_exclusions;
                """);

            migrationBuilder.DropTable(
                name: "household_links");

            migrationBuilder.DropTable(
                name: "household_marks");

            migrationBuilder.DropTable(
                name: "same_people");

            migrationBuilder.DropTable(
                name: "household_joins");

            migrationBuilder.DropColumn(
                name: "asked_about",
                table: "household_people");
        }
    }
}
