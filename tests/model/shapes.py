"""One made text with every shape, in both languages, for tests and for looking at."""

ENGLISH = """
    The General Assembly,

    Recalling its resolution 74/174 of 18 December 2019 and the Convention on the Rights of the Child,¹

    Bearing in mind:

    (a) The United Nations Convention against Transnational Organized Crime;

    (b) The work of 12 commissions in 1998,

    I
    Protection of children in line with the Convention on the Rights of the Child

    1. Urges Member States:

    (a) To adopt laws:

    (i) That name each offence;

    (ii) That protect 18 groups of survivors;

    (b) To train judges;

    2. Requests the Secretary-General to report in 2036.¹

    II
    Follow-up

    1. Invites the Commission to meet 4 times in 2037;

    2. Decides to consider the matter again, and requests 9 regional bodies to report on it by 2040;

    3. Decides also to remain seized of it.

    54th plenary meeting
    15 December 2035

    Annex

    Plan of action for children

    1. States take 5 measures in accordance with article 19 of the Convention on the Rights of the Child.

    2. They report to the Assembly every 3 years.

    ____

    ¹ United Nations, Treaty Series, vol. 1577, No. 27531.
"""

ARABIC = """
    إن الجمعية العامة،

    إذ تشير إلى قرارها 74/174 المؤرخ 18 كانون الأول/ديسمبر 2019 وإلى اتفاقية حقوق الطفل¹،

    وإذ تضع في اعتبارها ما يلي:

    (أ) اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية؛

    (ب) أعمال 12 لجنة في عام 1998،

    أولا
    حماية الأطفال وفقا لاتفاقية حقوق الطفل

    1 - تحث الدول الأعضاء على ما يلي:

    (أ) أن تعتمد قوانين:

    ’1‘ تسمي كل جريمة؛

    ’2‘ تحمي 18 فئة من الناجين؛

    (ب) أن تدرب القضاة؛

    2 - تطلب إلى الأمين العام أن يقدم تقريرا في عام 2036¹.

    ثانيا
    المتابعة

    1 - تدعو اللجنة إلى الاجتماع 4 مرات في عام 2037؛

    2 - تقرر أن تنظر في المسألة مرة أخرى؛

    3 - تطلب إلى 9 هيئات إقليمية أن تقدم تقارير عنها بحلول عام 2040؛

    4 - تقرر أيضا أن تبقي المسألة قيد نظرها.

    الجلسة العامة 54
    15 كانون الأول/ديسمبر 2035

    المرفق

    خطة عمل من أجل الأطفال

    1 - تتخذ الدول 5 تدابير وفقا للمادة 19 من اتفاقية حقوق الطفل.

    2 - تقدم تقارير إلى الجمعية كل 3 سنوات.

    ____

    ¹ United Nations, Treaty Series, vol. 1577, No. 27531.
"""

COUNTS = {
    "en": {"preambular": 2, "operative": 5, "footnotes": 1},
    "ar": {"preambular": 2, "operative": 6, "footnotes": 1},
}
