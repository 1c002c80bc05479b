# DRAFFT. Nid oes siaradwr Cymraeg wedi gwirio'r geiriau hyn.
# A draft: no Welsh speaker has checked these words. A text that is not here is shown in English.

start-device-title = Cyn dechrau
start-device-ask = A allai'r person arall weld y ddyfais hon?
start-device-why = Meddyliwch pwy sydd wedi ei dal, pwy wnaeth ei gosod, pwy sy'n gwybod y cod, a phwy allai fod yn agos nawr. Does dim wedi'i deipio eto. Does dim wedi'i gadw.
start-device-yes = Gallai, neu rwy'n meddwl y gallai
start-device-unsure = Dydw i ddim yn siŵr
start-device-no = Na allai
start-device-skip = Ymlaen, a gadael hwn yn agored
start-device-next = Ymlaen
start-device-yes-heading = Peidiwch â theipio dim yma eto
start-device-unsure-heading = Os nad ydych yn siŵr, defnyddiwch ddyfais arall
start-device-yes-body =
    Gall person sy'n gweld y ddyfais hon weld beth rydych yn ei deipio a beth rydych yn ei agor. Gallai hynny gynnwys y llyfr hwn a'r geiriau sy'n ei agor.

    Gallwch ddefnyddio dyfais arall:

    - un ffrind, nad yw'r person arall erioed wedi ei dal
    - un mewn llyfrgell, yn y gwaith neu yn y coleg
    - un sy'n perthyn i eiriolwr neu rywun sy'n helpu
start-device-library = Ar gyfrifiadur sy'n cael ei rannu, cadwch y llyfr ar gof bach USB ac ewch ag ef gyda chi. Gall ffeiliau rydych yn eu hagor adael olion ar y cyfrifiadur hwnnw.
start-device-paper = Mae papur yn gweithio hefyd. Gallwch ysgrifennu'r diwrnod, yr amser a beth ddigwyddodd, a chadw'r papur yn rhywle arall.
start-device-change = Peidiwch â newid dim ar y ddyfais hon ar frys. Gall cod newydd neu ap sydd wedi mynd ddweud wrth y person arall eich bod yn gwybod.
start-device-reading = Does dim angen teipio dim i edrych ar y cymorth a'r canllaw. Ond gall y ddyfais hon gadw ôl eu bod wedi'u hagor.
start-device-talk = Gallwch siarad â rhywun yn gyntaf. Gallant eich helpu i gynllunio beth sy'n dod nesaf.
start-device-help = Gweld pwy all helpu
start-device-anyway = Ymlaen gyda'r ddyfais hon
start-device-leave = Gadael nawr
start-device-report = Does dim angen llyfr arnoch i roi gwybod i'r heddlu. Os ydych mewn perygl nawr, ffoniwch 999.

start-exit-title = Y botwm Gadael
start-exit-heading = Sut i adael yn gyflym
start-exit-first = Mae botwm Gadael ar ben pob tudalen. Gallwch hefyd bwyso'r fysell Shift dair gwaith.
start-exit-does =
    Pan fyddwch yn pwyso Gadael:

    - mae'r dudalen yn cael ei chuddio ar unwaith
    - mae eich llyfr yn cael ei gloi
    - mae'r ymweliad hwn yn dod i ben
    - mae tudalen arall yn cael ei dangos yn ei lle
    - dydy'r botwm Yn ôl ddim yn dod â'ch llyfr yn ôl
start-exit-does-not =
    Yr hyn nad yw Gadael yn ei wneud:

    - dydy e ddim yn dileu'r rhestr o dudalennau yn eich porwr
    - dydy e ddim yn cuddio'r rhaglen hon na'r ffolder gyda'ch llyfr
    - dydy e ddim yn helpu os oes rhywun yn gwylio'r ddyfais hon o bell
    - dydy e ddim yn dod â geiriau heb eu cadw yn ôl
start-exit-history = Meddyliwch cyn dileu rhestr y porwr. Gall rhestr wag wneud rhywun yn fwy drwgdybus. Gwnewch yr hyn rydych yn ei wneud fel arfer.
start-exit-script = Os yw sgriptiau wedi'u diffodd yn eich porwr, defnyddiwch y botwm. Fydd y fysell Shift ddim yn gweithio wedyn.
start-exit-seen = Rwyf wedi darllen hwn

start-home-title = Dechrau
start-home-heading = Beth hoffech chi ei wneud?
start-home-pace = Gallwch stopio unrhyw bryd a dod yn ôl. Does dim rhaid gwneud dim heddiw.
start-home-new = Dechrau cofnod
start-home-new-says = Gwneud llyfr mai chi yn unig all ei agor. Mae'n aros ar y cyfrifiadur hwn.
start-home-open = Agor cofnod
start-home-open-says = Ymlaen o'r lle y gwnaethoch stopio.
start-home-guide = Ai stelcian yw hyn?
start-home-guide-says = Beth yw'r arwyddion, a beth mae'r gyfraith yn ei ofyn. Does dim angen llyfr.
start-home-self-check = Gofyn cwestiynau i chi'ch hun
start-home-self-check-says = Mae eich atebion yn aros ar y dudalen. Dydyn nhw ddim yn cael eu cadw.
start-home-help = Cymorth
start-home-help-says = Pobl y gallwch eu ffonio, fesul gwlad. Gellir ei argraffu.
start-home-look = Edrych ar un ffeil
start-home-look-says = Gweld beth sydd mewn ffeil heb ei chadw.
start-home-check = Gwirio ffolder
start-home-check-says = Gawsoch chi ffolder a wnaed gan y rhaglen hon? Gwelwch a yw'n gyfan.
start-home-feedback = Dweud wrthym am y tudalennau hyn
start-home-feedback-says = Rydym yn ei ddarllen i wella'r tudalennau. Fydd neb yn ateb.
start-home-about = Am y rhaglen hon
start-home-about-says = Beth mae'n gallu ei wneud, a beth nad yw'n gallu ei wneud.
start-home-example = Edrych ar lyfr wedi'i ddychmygu
start-home-example-says = Gweld sut mae'n gweithio gyda phobl ddychmygol. Does dim ynddo sy'n wir.
start-home-danger = Os ydych mewn perygl nawr, ffoniwch 999.

start-new-title = Llyfr newydd
start-new-heading = Gwneud eich llyfr
start-new-what = Ffolder ar y cyfrifiadur hwn yw llyfr. Mae wedi'i gloi. Dim ond eich cyfrinymadrodd sy'n ei agor.
start-new-name = Beth ddylai enw'r ffolder fod?
start-new-name-hint = Dewiswch enw diflas. Gall unrhyw un sy'n defnyddio'r cyfrifiadur hwn ei weld.
start-new-where = Ble dylid ei gadw?
start-new-where-hint = Ffolder ar y cyfrifiadur hwn, neu gof bach USB.
start-new-passphrase = Dewiswch gyfrinymadrodd
start-new-passphrase-hint = Pedwar gair neu fwy nad oes ganddynt ddim i'w wneud â'i gilydd. Peidiwch â defnyddio enwau, dyddiadau na geiriau y gallai'r person arall eu dyfalu.
start-new-twice = Teipiwch ef unwaith eto
start-new-different = Dydy'r ddau ddim yr un fath. Teipiwch nhw unwaith eto.
start-new-none = Dewiswch gyfrinymadrodd.
start-new-lost = Os collwch y cyfrinymadrodd a'r daflen adfer, bydd y llyfr ar gau am byth. All neb ei agor i chi. Allwn ni ddim chwaith.
start-new-make = Gwneud y llyfr
start-new-making = Wrthi'n gwneud eich llyfr

start-open-title = Agor
start-open-heading = Agor eich llyfr
start-open-which = Pa lyfr?
start-open-passphrase = Eich cyfrinymadrodd
start-open-sheet = Rwyf wedi colli'r cyfrinymadrodd. Mae'r daflen adfer gen i.
start-open-go = Ei agor
start-open-wrong = Dydy hwnnw ddim yn agor y llyfr hwn. Chafodd dim ei niweidio. Edrychwch ar y fysell Caps Lock a theipiwch ef unwaith eto.
start-open-wait = Roedd hynny'n anghywir ychydig o weithiau. Arhoswch { $seconds } eiliad. Does dim byth yn cael ei ddileu oherwydd cyfrinymadrodd anghywir.

start-locked-title = Ar glo
start-locked-heading = Mae'r llyfr wedi'i gloi
start-locked-idle = Ni wnaed dim am { $minutes } munud. Felly cafodd y llyfr ei gloi.
start-locked-sleep = Roedd y cyfrifiadur hwn yn cysgu. Felly cafodd y llyfr ei gloi.
start-locked-asked = Gwnaethoch chi gloi'r llyfr.
start-locked-kept = Mae popeth a ysgrifennwyd wedi'i gadw.
start-locked-again = Ei agor eto
start-locked-home = I'r dudalen flaen

start-settings-title = Gosodiadau
start-settings-heading = Gosodiadau
start-settings-language = Iaith
start-settings-language-en = English
start-settings-language-cy = Cymraeg (drafft, heb ei wirio gan siaradwr Cymraeg)
start-settings-exit = Beth ddylid ei ddangos ar ôl Gadael?
start-settings-idle = Ar ôl faint o funudau y dylid cloi'r llyfr?
start-settings-save = Cadw'r gosodiadau hyn
start-settings-saved = Mae'r gosodiadau wedi'u cadw.

start-path-title = Y ffordd drwodd
start-path-heading = Eich llyfr
start-path-pace = Gwnewch y rhain mewn unrhyw drefn. Gadewch allan beth bynnag a fynnwch. Gallwch ddod yn ôl at bob un.
start-path-have = Beth sydd gennych chi?
start-path-files = Ychwanegu ffeiliau
start-path-who = Pwy yw pwy?
start-path-timeline = Ei weld mewn trefn
start-path-notes = Ysgrifennu'r hyn nad yw'r negeseuon yn ei ddweud
start-path-signs = Beth mae'n ei ddangos
start-path-hand = Ei drosglwyddo
start-path-keys = Pwy all agor y llyfr
start-path-settings = Gosodiadau
start-path-log-not-needed = Does dim angen llyfr llawn i roi gwybod i'r heddlu. Gallwch roi gwybod heddiw.
