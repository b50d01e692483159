<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>ReceivingPresenter</name>
    <message numerus="yes">
        <source>%n paquet(s) nouveau(x)</source>
        <translation>
            <numerusform>%n paquet nouveau</numerusform>
            <numerusform>%n paquets nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordre(s) de mission</source>
        <translation>
            <numerusform>%n ordre de mission</numerusform>
            <numerusform>%n ordres de mission</numerusform>
        </translation>
    </message>
</context>
</TS>
