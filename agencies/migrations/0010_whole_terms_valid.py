import django.contrib.postgres.operations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0009_whole_terms_stand"),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE agencies_autoaidterm VALIDATE CONSTRAINT auto_aid_area_is_one;"
            "ALTER TABLE agencies_requestterm VALIDATE CONSTRAINT request_term_area_is_one;"
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="costterm",
            name="cost_term_shares_up_to_all",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="costterm",
            name="cost_term_is_billed_in_time",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="requestterm",
            name="request_term_names_known_positions",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="requestterm",
            name="request_term_names_known_hazards",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="responseterm",
            name="response_term_is_acknowledged_before_it_is_answered",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="responseterm",
            name="response_term_arrives_in_time",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="responseterm",
            name="response_term_clock_is_known",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="supplyterm",
            name="supply_term_lasts_a_year_at_most",
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            model_name="supplyterm",
            name="supply_term_commitment_is_known",
        ),
    ]
