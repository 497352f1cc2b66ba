"""Forms of a word share a key, words of different meaning do not; nothing typed breaks it."""

import time
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.latvian import fold
from core.stemmer import WORD, WORD_LETTERS, keys_of_word, words_of

# A row is a word in its cases: singular, then plural; the order of school books.
PARADIGMS = """
ceļš ceļa ceļam ceļu ceļā ceļi ceļiem ceļus ceļos
tilts tilta tiltam tiltu tiltā tilti tiltiem tiltus tiltos
novads novada novadam novadu novadā novadi novadiem novadus novados
pagasts pagasta pagastam pagastu pagastā pagasti pagastiem pagastus pagastos
bērns bērna bērnam bērnu bērnā bērni bērniem bērnus bērnos
mežs meža mežam mežu mežā meži mežiem mežus mežos
vējš vēja vējam vēju vējā vēji vējiem vējus vējos
autobuss autobusa autobusam autobusu autobusā autobusi autobusiem autobusus autobusos
iedzīvotājs iedzīvotāja iedzīvotājam iedzīvotāju iedzīvotājā iedzīvotāji iedzīvotājiem iedzīvotājus
skolotājs skolotāja skolotājam skolotāju skolotājā skolotāji skolotājiem skolotājus skolotājos
apgaismojums apgaismojuma apgaismojumam apgaismojumu apgaismojumā apgaismojumi apgaismojumiem
jautājums jautājuma jautājumam jautājumu jautājumā jautājumi jautājumiem jautājumus jautājumos
ciems ciema ciemam ciemu ciemā ciemi ciemiem ciemus ciemos
ezers ezera ezeram ezeru ezerā ezeri ezeriem ezerus ezeros
laukums laukuma laukumam laukumu laukumā laukumi laukumiem laukumus laukumos
brālis brāļa brālim brāli brālī brāļi brāļiem brāļus brāļos
lācis lāča lācim lāci lācī lāči lāčiem lāčus lāčos
kuģis kuģa kuģim kuģi kuģī kuģi kuģiem kuģus kuģos
gulbis gulbja gulbim gulbi gulbī gulbji gulbjiem gulbjus gulbjos
latvietis latvieša latvietim latvieti latvietī latvieši latviešiem latviešus latviešos
briedis brieža briedim briedi briedī brieži briežiem briežus briežos
suns suņa sunim suni sunī suņi suņiem suņus suņos
akmens akmenim akmeni akmenī akmeņi akmeņiem akmeņus akmeņos
zirnis zirņa zirnim zirni zirnī zirņi zirņiem zirņus zirņos
kurmis kurmja kurmim kurmi kurmī kurmji kurmjiem kurmjus kurmjos
soliņš soliņa soliņam soliņu soliņā soliņi soliņiem soliņus soliņos
tirgus tirgum tirgu tirgū tirgi tirgiem tirgos
medus medum medu medū
skola skolas skolai skolu skolā skolām skolās
māja mājas mājai māju mājā mājām mājās
iela ielas ielai ielu ielā ielām ielās
kopiena kopienas kopienai kopienu kopienā kopienām kopienās
biedrība biedrības biedrībai biedrību biedrībā biedrībām biedrībās
bibliotēka bibliotēkas bibliotēkai bibliotēku bibliotēkā bibliotēkām bibliotēkās
ēka ēkas ēkai ēku ēkā ēkām ēkās
pieturvieta pieturvietas pieturvietai pieturvietu pieturvietā pieturvietām pieturvietās
darbnīca darbnīcas darbnīcai darbnīcu darbnīcā darbnīcām darbnīcās
sapulce sapulces sapulcei sapulci sapulcē sapulču sapulcēm sapulcēs
apspriešana apspriešanas apspriešanai apspriešanu apspriešanā apspriešanām apspriešanās
policija policijas policijai policiju policijā policijām policijās
līdzdalība līdzdalības līdzdalībai līdzdalību līdzdalībā
upe upes upei upi upē upju upēm upēs
zeme zemes zemei zemi zemē zemju zemēm zemēs
padome padomes padomei padomi padomē padomju padomēm padomēs
egle egles eglei egli eglē egļu eglēm eglēs
saule saules saulei sauli saulē sauļu saulēm saulēs
sieviete sievietes sievietei sievieti sievietē sieviešu sievietēm sievietēs
lode lodes lodei lodi lodē ložu lodēm lodēs
plekste plekstes plekstei pleksti plekstē plekšu plekstēm plekstēs
zvaigzne zvaigznes zvaigznei zvaigzni zvaigznē zvaigžņu zvaigznēm zvaigznēs
vēstule vēstules vēstulei vēstuli vēstulē vēstuļu vēstulēm vēstulēs
pagrabtelpa pagrabtelpas pagrabtelpai pagrabtelpu pagrabtelpā pagrabtelpām pagrabtelpās
zivs zivij zivi zivī zivis zivju zivīm zivīs
valsts valstij valsti valstī valstis valstu valstīm valstīs
nakts naktij nakti naktī naktis nakšu naktīm naktīs
pils pilij pili pilī pilis piļu pilīm pilīs
krāsns krāsnij krāsni krāsnī krāsnis krāšņu krāsnīm krāsnīs
sirds sirdij sirdi sirdī sirdis siržu sirdīm sirdīs
durvis durvju durvīm durvīs
balts balta baltam baltu baltā balti baltiem baltus baltos baltas baltai baltām baltās
lielais lielā lielajam lielo lielajā lielie lielajiem lielos lielajos lielajai lielajām lielajās
jauns jauna jaunais jaunā jaunajam jauno jaunajā jaunie jaunajiem jaunajos jaunajām jaunajās
pēdējais pēdējā pēdējam pēdējo pēdējie pēdējiem pēdējos pēdējās pēdējai
zaļš zaļa zaļais zaļā zaļajam zaļo zaļajā zaļie zaļajiem zaļajos
Gulbene Gulbenes Gulbenei Gulbeni Gulbenē
Jaungulbene Jaungulbenes Jaungulbenei Jaungulbeni Jaungulbenē
Beļava Beļavas Beļavai Beļavu Beļavā
Tirza Tirzas Tirzai Tirzu Tirzā
Lizums Lizuma Lizumam Lizumu Lizumā
Lejasciems Lejasciema Lejasciemam Lejasciemu Lejasciemā
Druviena Druvienas Druvienai Druvienu Druvienā
Galgauska Galgauskas Galgauskai Galgausku Galgauskā
Litene Litenes Litenei Liteni Litenē
Ranka Rankas Rankai Ranku Rankā
Stāmeriena Stāmerienas Stāmerienai Stāmerienu Stāmerienā
Daukstes Daukstu Daukstēm Daukstēs
Stradi Stradu Stradiem Stradus Strados
meeting meetings
community communities
bridge bridges
road roads
""".strip().splitlines()
APART = [
    ("skola", "skolēni"),
    ("Gulbene", "gulbis"),
    ("Tirza", "tirgus"),
    ("zeme", "ziema"),
    ("māja", "māte"),
    ("padome", "pagasts"),
    ("upe", "upuris"),
    ("darbs", "darbnīca"),
    ("balsojums", "balts"),
    ("zivs", "zinātne"),
]


def share(one: str, other: str) -> bool:
    return not set(keys_of_word(one)).isdisjoint(keys_of_word(other))


@pytest.mark.parametrize("row", PARADIGMS, ids=lambda row: row.split()[0])
def test_forms_of_a_word_share_a_key(row):
    forms = row.split()
    strangers = [pair for pair in combinations(forms, 2) if not share(*pair)]
    assert not strangers


def test_words_do_not_share_keys_with_other_words():
    rows = [[keys for form in row.split() for keys in keys_of_word(form)] for row in PARADIGMS]
    names = [row.split()[0] for row in PARADIGMS]
    met = {
        (names[one], names[other])
        for one, other in combinations(range(len(rows)), 2)
        if not set(rows[one]).isdisjoint(rows[other])
    }
    # "meža" could be of a "medis", and "skolotāja" without marks of a "skolots".
    assert met == {("mežs", "medus")}


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_of_one_beginning_stay_apart(one, other):
    assert not share(one, other)


def test_what_is_typed_without_marks_finds_what_was_written_with_them():
    forms = [form for row in PARADIGMS for form in row.split()]
    missed = [form for form in forms if not share(fold(form), form)]
    assert not missed


@pytest.mark.parametrize("row", PARADIGMS, ids=lambda row: row.split()[0])
def test_the_first_form_without_marks_finds_nearly_every_form(row):
    first, *others = row.split()
    missed = [form for form in others if not share(fold(first), form)]
    assert len(missed) <= len(others) // 2


def test_words_are_taken_apart_where_they_end():
    assert words_of("Soliņi (pie ezera), „Bānītis”: 2026. gads_!") == [
        "Soliņi",
        "pie",
        "ezera",
        "Bānītis",
        "2026",
        "gads",
    ]
    assert words_of("s\u030ckola") == ["škola"]


def test_figures_and_other_alphabets_are_left_as_they_are():
    assert keys_of_word("2026") == ("2026",)
    assert keys_of_word("A4s") == ("a4s",)
    assert keys_of_word("Привет") == ("привет",)
    assert keys_of_word("😀") == ()


def test_two_letters_of_a_word_are_left():
    assert keys_of_word("es") == ("es",)
    assert keys_of_word("iem") == ("iem",)
    assert keys_of_word("upe") == ("up",)


@given(st.text(max_size=200))
@example("가")
def test_whatever_is_typed_has_few_plain_keys(text):
    for word in [text, *words_of(text)]:
        keys = keys_of_word(word)
        assert len(keys) <= 3
        for key in keys:
            assert 0 < len(key) <= WORD_LETTERS + 1
            assert WORD.findall(key) == [key]
            assert fold(key) == key


@given(st.text(alphabet="aābcčdeēfgģhiījkķlļmnņoprsštuūvzž", min_size=1, max_size=30))
def test_marks_add_keys_of_their_own_and_leave_one_in_common(word):
    assert keys_of_word(fold(word)) == keys_of_word(fold(fold(word)))
    assert share(fold(word), word)


def test_long_words_take_no_longer():
    began = time.perf_counter()
    keys_of_word("ā" * 1_000_000)
    assert time.perf_counter() - began < 0.5
