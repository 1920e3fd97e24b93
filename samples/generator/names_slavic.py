"""Name pools: Poland, the Czech lands, Russia. Surnames stand in the masculine form; `people.py` makes the feminine one."""

POOLS = {
    "polish": {
        "male": """
            Piotr Krzysztof Andrzej Tomasz Paweł Jan Michał Marcin Jakub Adam Stanisław Marek Łukasz Grzegorz Mateusz Wojciech Mariusz
            Dariusz Zbigniew Maciej Rafał Robert Jerzy Kamil Jacek Szymon Dawid Kacper Filip Bartosz Artur Sebastian Karol Damian Przemysław
            Patryk Ryszard Sławomir Daniel Tadeusz Antoni Franciszek Leon Wiktor Hubert Bogdan Zdzisław Kazimierz Wiesław Henryk""",
        "female": """
            Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Elżbieta Joanna Aleksandra Zofia Monika Teresa
            Danuta Natalia Karolina Marta Julia Dorota Janina Beata Alicja Jolanta Hanna Iwona Jadwiga Zuzanna Oliwia Maja Wiktoria Halina
            Paulina Grażyna Renata Bożena Kinga Weronika Patrycja Izabela Emilia Sylwia Justyna Ilona Urszula Aneta Martyna Klaudia
            Lena""",
        "surnames": """
            Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur
            Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel
            Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Baran
            Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak Jasiński Zawadzki Bąk Jakubowski
            Sadowski Dudziak Włodarczyk Wilk Chmielewski Borkowski Sokołowski Szczepański Sawicki Kucharski Lis Maciejewski Kubiak
            Kalinowski Mazurek Wysocki Kołodziej Kaźmierczak Czarnecki Sobczak Głowacki Urban Zakrzewski Krajewski Gajewski Laskowski
            Ziółkowski Makowski Brzeziński Przybylski Domański Cieślak Borowski Błaszczyk""",
    },
    "czech": {
        "male": """
            Jiří Jan Petr Josef Pavel Martin Tomáš Jaroslav Miroslav Zdeněk František Václav Michal Milan Karel Jakub Lukáš David Vladimír
            Ladislav Ondřej Roman Marek Stanislav Daniel Radek Antonín Vojtěch Filip Adam Matěj Dominik Miloslav Jaromír Libor Patrik
            Aleš Vlastimil Bohumil Oldřich Štěpán Lubomír Kryštof Rostislav""",
        "female": """
            Jana Marie Eva Hana Anna Lenka Kateřina Věra Lucie Alena Petra Jaroslava Ludmila Helena Martina Jitka Veronika Zdeňka Tereza
            Ivana Michaela Monika Jarmila Eliška Zuzana Markéta Barbora Marcela Kristýna Dana Dagmar Adéla Pavla Vlasta Andrea Irena
            Klára Simona Natálie Romana Nikola Gabriela Božena Denisa""",
        "surnames": """
            Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Krejčí Horák Němec Marek Pospíšil Pokorný Hájek Král Jelínek Růžička
            Beneš Fiala Sedláček Doležal Horský Kolář Navrátil Čermák Vaněk Urban Blažek Kříž Kovář Kratochvíl Bartoš Vlček Polák
            Musil Kopecký Šimek Konečný Malý Čech Štěpánek Staněk Holub Janda Dušek Kadlec Moravec Soukup Bureš Mach Tichý Hruška Mareš
            Říha Šťastný Kašpar Sýkora Bláha Toman Strnad Tůma Vávra Pešek Smetánka Vondráček Matoušek Hrubý""",
    },
    "russian": {
        "male": """
            Aleksandr Sergey Dmitry Andrey Aleksey Maxim Evgeny Ivan Mikhail Nikolay Vladimir Pavel Artem Roman Igor Oleg Viktor Yuri
            Anatoly Konstantin Denis Anton Ilya Kirill Vasily Stanislav Vyacheslav Boris Grigory Nikita Egor Timur Ruslan Vadim Gennady
            Leonid Valery Fedor Stepan Arkady Timofey Matvey Gleb Rustam Shamil Aslan Zaur Magomed Islam Zelim""",
        "female": """
            Elena Olga Tatyana Natalya Irina Anna Svetlana Maria Ekaterina Marina Lyudmila Galina Yulia Anastasia Nadezhda Larisa Oksana
            Victoria Ksenia Daria Polina Alina Evgenia Valentina Lidia Nina Tamara Vera Zoya Raisa Sofia Alexandra Kristina Veronika
            Margarita Inna Alla Diana Zarina Madina Aminat Zarema Milana Yana Elizaveta Varvara Arina Kira Ulyana Zhanna""",
        "surnames": """
            Ivanov Smirnov Kuznetsov Popov Vasilyev Petrov Sokolov Mikhailov Novikov Fedorov Morozov Volkov Alekseev Lebedev Semenov Egorov
            Pavlov Kozlov Stepanov Nikolaev Orlov Andreev Makarov Nikitin Zakharov Zaitsev Solovyov Borisov Yakovlev Grigoryev Romanov
            Vorobyov Sergeev Kuzmin Frolov Aleksandrov Dmitriev Korolev Gusev Kiselev Ilyin Maksimov Polyakov Sorokin Vinogradov Kovalev
            Belov Medvedkov Antonov Tarasov Zhukov Baranov Filippov Komarov Davydov Belyaev Lukin Bogdanov Osipov Sidorov
            Matveev Titov Markov Mironov Krylov Kulikov Rusin Vlasov Melnikov Denisov Gavrilov Tikhonov Kazakov Afanasyev
            Danilov Savelyev Timofeev Fomin Chernov Shchukin Martynov Efimov Magomadov Isaev Dzhabrailov Khasanov Galimov Sharipov
            Yusupov Umarkhanov Tsuroev Bekmurzaev Arsanov""",
    },
}
