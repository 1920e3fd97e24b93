"""Name pools: the Netherlands and its neighbours. Frequent names first; `_` stands for a space inside a name."""

POOLS = {
    "dutch": {
        "male": """
            Johannes Jan Cornelis Hendrik Pieter Willem Daan Lars Sem Bram Thijs Ruben Jeroen Maarten Bas Tim Sander Joost Gerrit Dirk
            Jacob Wouter Martijn Koen Stijn Niels Rob Marco Erik Peter Frank Henk Kees Arjan Gijs Luuk Jasper Mees Thomas Lucas Jesse
            Vincent Roel Rutger Floris Teun Sjoerd Wietse Douwe Adriaan Antonius Theodorus Petrus Gerardus Franciscus Albertus Hugo
            Siem Boaz Wessel Ewout Berend Evert Harm Jelle Joris Ivo Marnix Reinier Tijmen""",
        "female": """
            Maria Johanna Anna Emma Julia Sanne Lisa Sophie Anouk Femke Marieke Eva Lotte Fleur Iris Esther Marloes Saskia Ingrid Petra
            Monique Wilhelmina Elisabeth Cornelia Margaretha Hendrika Tess Noor Roos Maud Floor Evi Saar Nina Isa Britt Merel Elise Hanna
            Renske Willemijn Annelies Mirjam Trijntje Geertje Yvonne Astrid Carolien Nienke Jolanda Bianca Linda Karin Suzanne Marleen
            Hilde Judith Myrthe Jette Puck Veerle Amber Danique Kim Manon Roosmarijn Tineke Wendy Ellen Jantine""",
        "surnames": """
            de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters
            Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf van_der_Meer van_der_Linden Kok Jacobs de_Haan Vermeulen
            van_den_Heuvel van_der_Veen van_den_Broek de_Bruijn de_Bruin van_der_Heijden Schouten van_Beek Willems van_Vliet van_de_Ven
            Hoekstra Maas Verhoeven Koster van_Dam van_der_Wal Prins Blom Huisman Peeters de_Jonge Kuipers van_Veen Post Kuiper Veenstra
            Kramer van_den_Brink Scholten van_Wijk Postma Martens Vink de_Ruiter Timmermans Groen Gerritsen Jonker van_Loon Boer
            van_der_Velde van_Doorn van_der_Laan Verbeek Smeets Driessen Hermans de_Lange van_Es Wolters van_'t_Hof in_'t_Veld ter_Horst
            ten_Brinke op_den_Kamp Schipper Hofman Zijlstra Bosma Terpstra Haverkamp Kloosterman Oosterhuis Nijenhuis Wieringa Roorda
            Lammers Kuijpers Slagter Baas Evers Goossens Rademaker Sijtsma Tuinstra Hoogendoorn Zandstra Buitenhuis Ketelaar Molenaar""",
    },
    "anglo": {
        "male": """
            James John David Michael William Robert Thomas Andrew Christopher Daniel Matthew Mark Paul Stephen Richard Joseph George Peter
            Simon Jack Harry Oliver Charlie Samuel Benjamin Alexander Edward Ryan Liam Sean Kevin Brian Gary Craig Stuart Graham Neil Ian
            Alan Keith Trevor Nigel Duncan Callum Connor Declan Patrick Gareth Rhys Owen Ethan Logan Tyler Mason Jordan Kyle Brandon Justin
            Eric Gregory Douglas Philip Russell Vincent Wayne""",
        "female": """
            Mary Sarah Emma Elizabeth Jennifer Susan Margaret Karen Laura Rachel Rebecca Claire Nicola Helen Julie Amanda Louise Joanne
            Charlotte Emily Olivia Amelia Grace Jessica Sophie Chloe Lucy Hannah Megan Lauren Katherine Victoria Alison Fiona Heather Lynn
            Deborah Catherine Patricia Linda Barbara Christine Angela Michelle Kimberly Stephanie Melissa Ashley Brittany Amber Danielle
            Siobhan Aoife Bronwyn Eleanor Isabel Poppy Ruby Holly Abigail Zoe Natalie Naomi""",
        "surnames": """
            Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood
            Jackson Clarke Clark Harris Lewis Turner Cooper Hill Ward Morris Moore Martin King Baker Harrison Morgan Allen Scott Miller
            Anderson Murphy Kelly O'Brien O'Neill O'Sullivan Ryan Walsh Byrne Doyle McCarthy Gallagher Campbell Stewart Robertson MacDonald
            Reid Murray Ross Henderson Watson Fraser Gray Hughes Edwards Lloyd Griffiths Price Bennett Cook Bailey Parker Collins Shaw
            Richardson Marshall Barnes Fisher Holmes Palmer Webb Rogers Stevens Hunter Chapman Mason Dixon Barker Pearson Gibson Armstrong
            Fletcher Saunders Sutton Hartley Whitfield Pemberton Ashworth Hargreaves Bramley Thornton Atkinson Lockwood Winfield Garrett
            Hendricks Sorensen Kowalsky Delgado-Reed Foster-Lane Hale-Morton""",
    },
    "german": {
        "male": """
            Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Günter Stefan Christian Uwe Werner Markus Frank Matthias Bernd Martin Ralf
            Dieter Helmut Tobias Sebastian Florian Jan Lukas Jonas Felix Maximilian Paul Leon Finn Niklas Moritz Philipp Simon Kai Torsten
            Holger Jörg Rainer Manfred Heinz Gerhard Ulrich Sven Dirk Björn Götz Kilian Leopold""",
        "female": """
            Ursula Monika Petra Sabine Andrea Claudia Susanne Birgit Gabriele Nicole Stefanie Heike Kathrin Anja Julia Katharina Sandra
            Christina Melanie Tanja Silke Anna Lena Laura Lea Johanna Marie Sophie Leonie Hannah Franziska Ingrid Renate Helga Gisela
            Brigitte Elke Karin Jutta Angelika Barbara Martina Kerstin Ulrike Käthe Bärbel Frieda Greta Annegret""",
        "surnames": """
            Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder
            Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze
            Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich
            Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin
            Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn von_Ahlen
            von_der_Heide Kirchhoff Brinkmann Oberländer Rüdiger""",
    },
    "french": {
        "male": """
            Jean Pierre Michel Philippe Nicolas Alain Christophe Patrick Laurent Julien Thomas Sébastien Frédéric Éric David Stéphane Thierry
            Pascal Olivier Bernard François Guillaume Antoine Alexandre Maxime Vincent Benoît Jérôme Hugo Louis Gabriel Mathieu Romain
            Quentin Clément Jean-Pierre Jean-Luc Jean-Marc Gérard Yves Didier Cédric Fabrice Arnaud Rémi Bastien Théo Léo Baptiste
            Grégory""",
        "female": """
            Marie Nathalie Isabelle Sylvie Catherine Martine Christine Françoise Valérie Sandrine Stéphanie Véronique Sophie Céline Chantal
            Patricia Anne Brigitte Julie Laurence Aurélie Émilie Camille Léa Manon Chloé Sarah Mathilde Charlotte Anne-Marie Marie-Claude
            Hélène Élodie Virginie Caroline Delphine Corinne Monique Dominique Florence Agnès Pauline Lucie Inès Jade Zoé Alice Juliette
            Clémence Margaux""",
        "surnames": """
            Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux
            Vincent Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau
            Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson
            Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Perez Marchand
            Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt Leroux Colas Fabre Caron Renaud Vidal Rivière Lemoine Picard
            de_la_Tour d'Hautefeuille du_Pré Le_Goff Le_Gall Delacroix""",
    },
    "scandinavian": {
        "male": """
            Lars Anders Erik Per Jan Mikael Jens Peter Henrik Thomas Morten Søren Niels Christian Martin Karl Johan Magnus Fredrik Nils
            Sven Björn Gustav Oskar Emil Viktor Rasmus Mads Kasper Jonas Kristian Ole Knut Øyvind Håkon Torbjørn Sindre Eirik Stian Bjarne
            Åke Göran Jörgen Leif Ulf Axel Elias Anton Mikkel Steffen""",
        "female": """
            Anna Maria Kristina Eva Birgitta Karin Margareta Ingrid Anne Hanne Mette Kirsten Lone Susanne Helle Camilla Ida Emma Freja
            Astrid Sigrid Solveig Marit Kari Liv Inger Berit Turid Hilde Silje Ingeborg Linnea Elin Malin Åsa Gunilla Annika Ulrika Maja
            Signe Johanne Tove Karen Bente Gitte Rikke Line Nora Sofie Frida""",
        "surnames": """
            Hansen Johansson Andersson Nielsen Jensen Larsen Olsen Pedersen Karlsson Nilsson Eriksson Andersen Kristensen Christensen
            Rasmussen Sørensen Jørgensen Petersen Madsen Kristiansen Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Berg
            Haugen Hagen Johannessen Jacobsen Dahl Lund Halvorsen Eide Strand Bakken Lindberg Lindström Lindqvist Lindgren Bergström
            Sandberg Forsberg Sjöberg Wallin Engström Danielsson Håkansson Lundin Björk Mårtensson Møller Thomsen Poulsen Knudsen Mortensen
            Holm Schmidt Bach Frandsen Østergaard Nygård Solberg Aas Moen Bakke Sætre Løvstad Gundersen Tangen Brekke Myhre
            Åkesson-Lind Fagerström Hedlund Ekström Wikström Sundqvist""",
    },
}
