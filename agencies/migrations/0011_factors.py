from django.db import migrations

GUARDED = """
    CREATE TRIGGER guarded BEFORE INSERT OR UPDATE OR DELETE ON mfa_authenticator
        FOR EACH STATEMENT EXECUTE FUNCTION audit_require_write();
"""
UNGUARDED = "DROP TRIGGER guarded ON mfa_authenticator"


class Migration(migrations.Migration):
    """Hold the library to what everybody is held to: nothing changes but in a write."""

    dependencies = [("agencies", "0010_whole_terms_valid"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunSQL(GUARDED, UNGUARDED)]
