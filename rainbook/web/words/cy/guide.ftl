# DRAFFT, wedi'i ddechrau. Nid oes siaradwr Cymraeg wedi gwirio'r geiriau hyn.
# A draft, begun: no Welsh speaker has checked these words. A text that is not here is shown in English.

guide-title = Canllaw
guide-signs-title = Canllaw: arwyddion
guide-online-title = Canllaw: ar-lein
guide-contact-title = Canllaw: cyswllt
guide-types-title = Canllaw: mathau
guide-course-title = Canllaw: y gyfraith
guide-back = Yn ôl i'r canllaw
guide-page-says = Mae tudalen gyhoeddus am hyn yn dweud:
guide-list-heading = Darllen mwy
guide-next = Nesaf: { $name }
guide-talk-heading = Does dim rhaid i chi benderfynu beth yw hyn
guide-talk =
    Gallwch siarad â rhywun sy'n gwybod am hyn. Gallwch ddechrau cofnod. Gallwch beidio â gwneud yr un o'r ddau.

    Does dim angen cofnod i roi gwybod i'r heddlu. Os ydych mewn perygl nawr, ffoniwch 999.
guide-link-help = Gweld pwy all helpu
guide-link-begin = Dechrau cofnod
guide-link-questions = Gofyn cwestiynau i chi'ch hun
guide-link-feedback = Dweud wrthym am y dudalen hon

guide-heading = Ai stelcian yw hyn?
guide-intro =
    Mae'r dudalen hon yn eich helpu i edrych ar yr hyn sy'n digwydd. Ni all ddweud wrthych beth ydyw. Dim ond chi sy'n gwybod sut deimlad ydyw, a dim ond llys all ddweud beth mae'r gyfraith yn ei wneud ohono.

    Does dim ateb yma'n cael ei gadw. Does dim angen llyfr i ddarllen hwn.
guide-crime-says = Nid arwydd eich bod yn wan yw ofn. Mae llawer o bobl yn teimlo'n ffôl neu'n ansicr ar y dechrau. Gall pethau bach adio i fyny.
guide-pattern-heading = Edrychwch ar y cyfan, nid ar un peth
guide-list-signs = Y pedwar arwydd
guide-list-online = Ffonau, apiau a dyfeisiau
guide-list-contact = Cyswllt nad yw'n stopio
guide-list-types = Mathau o bobl sy'n gwneud hyn
guide-list-course = Beth mae'r gyfraith yn ei ofyn
guide-further-heading = Mwy o gymorth
guide-signs-heading = Y pedwar arwydd
guide-online-heading = Ffonau, apiau a dyfeisiau
guide-contact-heading = Cyswllt nad yw'n stopio
guide-types-heading = Mathau o bobl sy'n gwneud hyn
guide-course-heading = Beth mae'r gyfraith yn ei ofyn
