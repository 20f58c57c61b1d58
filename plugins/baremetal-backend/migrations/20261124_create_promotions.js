/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('promotions', table => {
    table.comment('Promotions that were asked for, and what became of them');
    table.string('id', 36).primary();
    table.string('entity_ref', 255).notNullable();
    table.string('from_environment', 63).notNullable();
    table.string('to_environment', 63).notNullable();
    table
      .string('open_key', 400)
      .nullable()
      .unique()
      .comment('Service and target while it is open: one at a time');
    table.string('state', 16).notNullable();
    table.string('requested_by', 255).notNullable();
    table.string('requested_at', 32).notNullable();
    table.string('ended_at', 32).nullable();
    table.string('head_commit', 64).notNullable();
    table
      .text('facts')
      .notNullable()
      .comment('JSON: service, image, overlay and pull request');
    table.index(['state', 'requested_at'], 'promotions_state_idx');
    table.index(['entity_ref'], 'promotions_entity_ref_idx');
  });
  await knex.schema.createTable('promotion_approvals', table => {
    table.comment('Who approved which commit');
    table
      .string('promotion_id', 36)
      .notNullable()
      .references('promotions.id')
      .onDelete('CASCADE');
    table.string('approved_by', 255).notNullable();
    table.string('commit_id', 64).notNullable();
    table.string('approved_at', 32).notNullable();
    table.primary(['promotion_id', 'approved_by', 'commit_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('promotion_approvals');
  await knex.schema.dropTable('promotions');
};
