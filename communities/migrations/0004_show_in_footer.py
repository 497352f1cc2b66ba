from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('communities', '0003_contacts_and_short_name'),
    ]

    operations = [
        migrations.AddField(
            model_name='articlepage',
            name='show_in_footer',
            field=models.BooleanField(default=False, help_text='Whether a page below the front page is named at the foot of every page.', verbose_name='show in the footer'),
        ),
        migrations.AddField(
            model_name='communitiesindexpage',
            name='show_in_footer',
            field=models.BooleanField(default=False, help_text='Whether a page below the front page is named at the foot of every page.', verbose_name='show in the footer'),
        ),
        migrations.AddField(
            model_name='communitypage',
            name='show_in_footer',
            field=models.BooleanField(default=False, help_text='Whether a page below the front page is named at the foot of every page.', verbose_name='show in the footer'),
        ),
        migrations.AddField(
            model_name='newsindexpage',
            name='show_in_footer',
            field=models.BooleanField(default=False, help_text='Whether a page below the front page is named at the foot of every page.', verbose_name='show in the footer'),
        ),
    ]
