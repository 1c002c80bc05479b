# DRAFFT. Nid oes siaradwr Cymraeg wedi gwirio'r geiriau hyn.
# A draft: no Welsh speaker has checked these words. A text that is not here is shown in English.

help-title = Cymorth
help-print-title = Rhestr
help-heading = Pwy all helpu
help-first-heading = Os ydych mewn perygl nawr
help-999 = Ffoniwch 999
help-999-says = Unrhyw bryd, ddydd neu nos. Dywedwch "heddlu" os ydych am gael yr heddlu.
help-55 = Os na allwch siarad: 999, yna 55
help-55-does =
    Dim ond o ffôn symudol mae hyn yn gweithio. Ffoniwch 999. Gwrandewch. Pan ofynnir i chi, pwyswch **55**.

    - Os na fyddwch yn pwyso 55, daw'r alwad i ben.
    - Dydy pwyso 55 ddim yn gadael i'r heddlu weld ble rydych chi. Dywedwch ble rydych chi, os gallwch.
help-not-needed = Does dim angen cofnod, na'r rhaglen hon, i ffonio unrhyw un ohonynt. Ffoniwch pan fynnwch.
help-check-heading = Am y rhifau hyn
help-check = Mae pob blwch yn dweud ble cafwyd y rhif, ac a gafodd ei wirio. Mae blwch llwyd yn golygu nad oes neb wedi ei wirio, neu ddim ers hanner blwyddyn. Mae rhifau ac oriau'n newid. Chwiliwch am rif unwaith eto, os gallwch wneud hynny heb gael eich gweld.
help-no-ring = Testun plaen yw'r rhifau. Dydy eu tapio ddim yn ffonio neb.
help-pages = Testun plaen yw'r cyfeiriadau gwe hefyd. Os agorwch un, mae eich porwr yn cadw ôl ohono.
help-traces = Gall galwad ymddangos yn y rhestr o alwadau ac ar y bil. Gall neges destun ymddangos ar y sgrin. Gall ffôn ffrind neu ffôn yn y gwaith fod yn well.
help-where-heading = Ble rydych chi?
help-nation-all = Y DU gyfan
help-nation-england = Lloegr
help-nation-wales = Cymru
help-nation-scotland = Yr Alban
help-nation-northern_ireland = Gogledd Iwerddon
help-group-uk = Y DU gyfan
help-group-england_wales = Cymru a Lloegr
help-group-england = Lloegr
help-group-wales = Cymru
help-group-scotland = Yr Alban
help-group-northern_ireland = Gogledd Iwerddon
help-phone = Ffôn
help-text = Neges destun
help-web = Gwefan
help-hours = Oriau
help-area = Ardal
help-source = Cafwyd yn
help-no-phone = Dim rhif yn cael ei ddangos. Chwiliwch amdano.
help-conflict = Dim rhif yn cael ei ddangos: mae dwy ffynhonnell yn rhoi dau rif gwahanol. Chwiliwch amdano.
help-state-unchecked = Heb ei wirio: does neb wedi rhoi cynnig ar hwn ar gyfer y rhestr hon.
help-state-old = Gwiriwyd ar { $day }. Mae hynny dros 180 diwrnod yn ôl, felly gall fod wedi newid.
help-state-checked = Gwiriwyd ar { $day }.
help-print = Rhestr i'w hargraffu
help-print-heading = Rhifau
help-print-how = Defnyddiwch ddewislen eich porwr i argraffu'r dudalen hon.
help-print-care = Gellir dod o hyd i restr wedi'i hargraffu. Mae rhai argraffwyr yn cadw rhestr o'r hyn a argraffwyd. Meddyliwch ble byddwch yn ei chadw.
help-print-check = Mae'r golofn olaf yn dweud a gafodd rhif ei wirio. Mae rhifau ac oriau'n newid. Chwiliwch am rif unwaith eto, os gallwch wneud hynny heb gael eich gweld.
help-print-day = Gwnaed ar { $day }.
help-print-back = Yn ôl
help-list-who = Pwy
help-list-how = Sut i gysylltu â nhw
help-list-checked = Wedi'i wirio?

help-for-emergency = Yr heddlu, y gwasanaeth tân ac ambiwlans, nawr.
help-for-police_nonemergency = I roi gwybod i'r heddlu pan nad yw'n argyfwng.
help-for-silent_solution = Ffordd o ffonio 999 o ffôn symudol heb lais.
help-for-national_stalking_helpline = I bawb sy'n cael eu stelcian neu eu haflonyddu, ac i'r rhai sy'n agos atynt.
help-for-live_fear_free = Cam-drin yn y cartref, trais rhywiol, a thrais yn erbyn menywod.
help-for-samaritans = Pan fydd pethau'n ormod, neu pan fyddwch yn meddwl am ddod â'ch bywyd i ben. Maen nhw'n gwrando.
help-for-victim_support_ew = Cymorth ar ôl unrhyw drosedd.
