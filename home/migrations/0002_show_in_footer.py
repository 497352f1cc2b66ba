from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='homepage',
            name='show_in_footer',
            field=models.BooleanField(default=False, help_text='Whether a page below the front page is named at the foot of every page.', verbose_name='show in the footer'),
        ),
        migrations.AddField(
            model_name='standardpage',
            name='show_in_footer',
            field=models.BooleanField(default=False, help_text='Whether a page below the front page is named at the foot of every page.', verbose_name='show in the footer'),
        ),
    ]
