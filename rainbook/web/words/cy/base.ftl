# DRAFFT. Nid oes siaradwr Cymraeg wedi gwirio'r geiriau hyn.
# A draft: no Welsh speaker has checked these words. A text that is not here is shown in English.

base-title = Dechrau
base-exit = Gadael
base-exit-keys = neu bwyso Shift dair gwaith
base-exit-says = Mae'n cuddio'r dudalen hon ar unwaith, yn cloi eich llyfr ac yn dangos tudalen arall. Dydy e ddim yn dileu'r rhestr o dudalennau yn eich porwr.
base-skip = I brif ran y dudalen
base-nav = Prif
base-book = Eich llyfr
base-lock = Cloi
base-help = Cymorth
base-undo = Ei dynnu'n ôl
base-slips = Edrychwch ar hyn eto
base-back = Yn ôl
base-foot-guide = Ai stelcian yw hyn?
base-foot-help = Cymorth
base-foot-feedback = Rhoi adborth am y dudalen hon
base-foot-about = Am y rhaglen hon
base-foot-settings = Gosodiadau
base-foot-exit = Beth mae Gadael yn ei wneud
base-untested = Dydy hwn ddim wedi cael ei brofi eto gyda'r bobl y mae wedi'i wneud ar eu cyfer. Nid cyngor cyfreithiol ydyw, ac ni all ddweud wrthych eich bod allan o berygl. Mewn argyfwng ffoniwch 999.

written-down = Wedi'i ysgrifennu.
base-not-known = Dydw i ddim yn gwybod
base-save = Cadw
base-go-on = Ymlaen
base-show = Dangos
base-print = Argraffu'r dudalen hon

busy-title = Arhoswch
busy-heading = Arhoswch eiliad
busy-stop = Ei stopio

trouble-title = Heb ei wneud
trouble-heading = Wnaeth hynny ddim gweithio
trouble-kept = Mae'r hyn a roddoch i mewn o'r blaen wedi'i gadw.
trouble-home = I'r dudalen flaen
trouble-back = I'ch llyfr

not-there-title = Ddim yma
not-there-heading = Does dim tudalen o'r fath
