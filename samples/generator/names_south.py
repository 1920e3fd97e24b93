"""Name pools: Spain, Portugal, Italy, Greece. Frequent names first; `_` stands for a space inside a name."""

POOLS = {
    "spanish": {
        "male": """
            Antonio José Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pedro Pablo Ángel Sergio Fernando
            Jorge Luis Alberto Álvaro Diego Adrián Raúl Enrique Ramón Vicente Iván Rubén Óscar Andrés Joaquín Santiago Eduardo Víctor
            Roberto Jaime Ignacio Mario Hugo Marcos Gonzalo Nicolás Tomás Emilio Julián Agustín José_Luis Juan_Carlos José_Antonio
            Miguel_Ángel Francisco_Javier""",
        "female": """
            María Carmen Ana Isabel Laura Cristina Marta Dolores Lucía Pilar Elena Raquel Sara Paula Mercedes Josefa Rosa Beatriz Silvia
            Julia Patricia Irene Alba Rocío Andrea Antonia Encarnación Concepción Mónica Nuria Inmaculada Teresa Ángela Sonia Alicia
            Sandra Marina Susana Yolanda Natalia Margarita Claudia Eva Inés Esther Noelia Verónica Ainhoa María_José María_Carmen
            Ana_Belén María_Ángeles""",
        "surnames": """
            García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez
            Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado
            Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz
            Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes Carrasco Diez Caballero Reyes Nieto Aguilar
            Pascual Santana Herrero Lorenzo Montero Hidalgo Giménez Ibáñez Ferrer Durán Santiago Benítez Mora Vicente Vargas Arias
            Carmona Crespo Román Pastor Soto Sáez Velasco Moya Soler Parra Esteban Bravo Gallardo Rojas de_la_Fuente del_Río""",
    },
    "portuguese": {
        "male": """
            José António João Manuel Francisco Carlos Luís Paulo Pedro Rui Miguel Jorge Fernando Nuno Tiago Ricardo Bruno Hugo André Diogo
            Rafael Gonçalo Duarte Afonso Martim Rodrigo Tomás Gabriel Vasco Henrique Joaquim Armando Vítor Sérgio Mário Filipe Alexandre
            Daniel David Eduardo Guilherme Simão Salvador Lourenço Leandro Márcio Fábio Renato Wesley Thiago""",
        "female": """
            Maria Ana Teresa Isabel Paula Sofia Margarida Cristina Fernanda Rosa Sandra Carla Mariana Beatriz Inês Joana Catarina Matilde
            Leonor Carolina Helena Manuela Lurdes Fátima Conceição Graça Susana Patrícia Marta Rita Sara Andreia Cátia Vera Filipa Raquel
            Luísa Madalena Francisca Clara Lara Juliana Camila Larissa Letícia Adriana Aline Débora Tatiana Yasmin""",
        "surnames": """
            Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida
            Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves Coelho Cruz Cunha Pires
            Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro Figueiredo Azevedo Freitas Magalhães
            Henriques Lima Guerreiro Batista Pinheiro Faria Miranda Barros Morais Nogueira Esteves Anjos Baptista Campos Mota Andrade Brito
            Sá Nascimento Leite Abreu Borges Melo Vaz Pinho Vicente Gaspar Assunção Maia Moura Valente Carneiro Garcia Amaral Branco
            Semedo Tavares_Varela Évora""",
    },
    "italian": {
        "male": """
            Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Paolo Michele
            Giorgio Aldo Sergio Luciano Marco Andrea Alessandro Stefano Roberto Luca Matteo Davide Simone Fabio Massimo Daniele Riccardo
            Lorenzo Federico Nicola Gabriele Leonardo Tommaso Edoardo Filippo Enrico Claudio Alberto Maurizio Gianluca Emanuele Valerio
            Ettore Cesare""",
        "female": """
            Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Antonietta Carla Elena Concetta Rita
            Margherita Franca Paola Laura Giulia Chiara Sara Martina Silvia Alessandra Valentina Federica Elisa Sofia Aurora Giorgia Alice
            Beatrice Ilaria Serena Claudia Simona Roberta Monica Barbara Daniela Patrizia Cristina Stefania Michela Noemi Ginevra Emma
            Viola""",
        "surnames": """
            Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo
            Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale
            Lombardo Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso Valentini
            Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa
            Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo Montanari Guerra Palmieri Bernardi Martino Fiore De_Rosa
            Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano Ruggiero Sorrentino D'Amico
            Orlando Negri""",
    },
    "greek": {
        "male": """
            Georgios Dimitrios Konstantinos Ioannis Nikolaos Christos Panagiotis Vasileios Athanasios Evangelos Michail Spyridon Antonios
            Anastasios Theodoros Andreas Charalampos Alexandros Emmanouil Ilias Petros Stavros Apostolos Stylianos Grigorios Sotirios
            Eleftherios Pavlos Markos Angelos Aristeidis Filippos Kyriakos Iason Orestis Stefanos Lampros Leonidas Fotios Periklis
            Thomas Marios Savvas Achilleas""",
        "female": """
            Maria Eleni Aikaterini Vasiliki Sofia Angeliki Georgia Dimitra Konstantina Paraskevi Anna Evangelia Ioanna Panagiota Christina
            Despoina Alexandra Anastasia Kyriaki Athanasia Stavroula Chrysoula Foteini Styliani Theodora Eirini Kalliopi Olga Zoi Marina
            Antonia Varvara Evgenia Ourania Danai Ifigeneia Nefeli Myrto Artemis Lydia Efthymia Polyxeni Aspasia Chrysanthi""",
        "surnames": """
            Papadopoulos Pappas Karagiannis Vlachos Ioannidis Economou Papageorgiou Makris Konstantinidis Dimopoulos Angelopoulos
            Georgiou Nikolaidis Papadakis Christodoulou Athanasiou Vasileiou Alexiou Panagopoulos Antoniou Michailidis Anagnostopoulos
            Oikonomou Kotsis Samaras Lampropoulos Giannopoulos Kalogeropoulos Stavropoulos Theodorou Petridis Mavridis Karras Galanis
            Zervas Kokkinos Rigas Drakos Koutras Markou Tsakiris Sarris Kyriakidis Eleftheriou Chatzis Papanikolaou Raptis Spanos
            Katsaros Liakos Manolis Fragkos Kontos Tzimas Vogiatzis Psaros Roussos Moraitis Sideris Kapsalis Lazaridis Terzis Xenakis
            Zografos Kallergis Doukas Melas Skouras""",
    },
}
