"""Name pools: Turkey, Morocco, the Arab world, Pakistan, Somalia. Frequent names first; `_` stands for a space inside a name."""

POOLS = {
    "turkish": {
        "male": """
            Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Recep Salih
            Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir Musa Metin Orhan Burak Serkan Furkan Gökhan Uğur Yunus Onur Cem Volkan Tolga
            Deniz Barış Berkay Kaan Oğuz Enes Selim Tuncay Cengiz Erdal Ferhat Levent Sinan Taner Ufuk Veli Yılmaz Zafer Çetin Şahin""",
        "female": """
            Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Fadime Özlem Hacer Yasemin Hülya
            Cemile Sevim Gülsüm Leyla Dilek Büşra Aysel Songül Kübra Halime Rabia Esma Gamze Derya Ebru Sibel Nurcan Gülay Sevgi Pınar
            Tuğba Melek Aylin Defne Ceren İrem Selin Ezgi Nesrin Şule Burcu Gül Filiz Nilgün Canan Arzu Çiğdem Tülay Beyza Ecrin""",
        "surnames": """
            Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek
            Polat Korkmaz Çakır Erdoğmuş Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Aksu Özer Işık Kaplan
            Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Uçar Karaca Çiftçi Bayram Uysal Duman Toprak Coşkun Karataş Erdem Özçelik Tunç
            Sönmez Altun Kahraman Gündüz Durmaz Bilgin Çalışkan Ekinci Akgül Uzun Ceylan Balcı Karakuş Akın Demirci Dinç Ergün Eren Ersoy
            Sezer Kaynak Karabulut Topal Tosun Oğuz Akbulut Güven Karadağ Okumuş Bingöl Kocabaş Sarıkaya Çoban Akyüz Dağdelen
            Yıldırımer""",
    },
    "moroccan": {
        "male": """
            Mohamed Ahmed Youssef Rachid Said Hassan Abdelkader Khalid Mustapha Omar Karim Hamza Ayoub Bilal Ilias Anouar Brahim Driss
            Jamal Nordin Abdellah Abderrahim Abdelhak Abdelaziz Soufiane Zakaria Yassine Ismail Ibrahim Amine Mehdi Reda Samir Tarik Aziz
            Faouzi Fouad Hicham Houssine Jaouad Lahcen Larbi Marouane Mimoun Mounir Nabil Najib Othman Redouan Taoufik Tayeb Walid Yahya
            Zouhair Achraf Adil Badr Chakib El_Mehdi Oussama Sofian Imad""",
        "female": """
            Fatima Khadija Naima Aicha Malika Samira Fatiha Rachida Karima Najat Saida Latifa Nadia Hanan Zohra Meryem Salma Imane Sara
            Yasmina Hafsa Soumaya Asmae Ikram Loubna Nawal Oumaima Hajar Siham Ghizlane Touria Jamila Mina Habiba Rahma Yamina Farida
            Houda Ilham Kaoutar Laila Mariam Mouna Nora Rabia Safae Samia Souad Wafae Zineb Ibtissam Chaimae Bouchra Dounia Hayat Nisrine
            Rajae Sanae Widad Zakia""",
        "surnames": """
            El_Amrani Benali Bouzid El_Idrissi Alaoui El_Khattabi Bennani Tahiri El_Ouali Chaoui Amrani Azzouzi El_Yaakoubi Ziani Haddou
            Aït_Ben_Haddou Boukhari El_Fassi Berrada Lahlou El_Moussaoui El_Mansouri Ouali Ouahbi El_Ghazi Benchekroun El_Hamdaoui Bouhaddou
            Aarab Achahbar Afkir Akkouh Amezian Asbai Azahaf Barkaoui Belhaj Belkacem Ben_Allal Ben_Driss Ben_Said Bouali Boulahya Boutahar
            Bouyzgarn Chahid Charkaoui Dahmani Daoudi El_Abbouni El_Allaoui El_Asri El_Aissati El_Bakkali El_Boujaddaini El_Fadili
            El_Ghalbzouri El_Haddaoui El_Hajji El_Jaouhari El_Kaddouri El_Karouni El_Majdoubi El_Morabit El_Ouariachi El_Yousfi Essaidi
            Ez_Zahraoui Farhani Ghannam Hamdi Hammouchi Harrak Jaddioui Kadiri Karrouch Khattouti Lamrabat Loukili Maatoug Mezouar Mokhtari
            Nasri Oulad_Ali Ouled_Haj Rahmouni Saadi Sabri Sadiki Talhaoui Tribak Yachou Zahri Zarouali Zerouali""",
    },
    "arabic": {
        "male": """
            Mohammed Ahmad Ali Hassan Hussein Omar Khalid Ibrahim Abdullah Mahmoud Yousef Mustafa Khaled Saleh Abdulrahman Abdulaziz Faisal
            Fahad Sultan Nasser Majid Saad Salem Hamad Rashid Tariq Waleed Ziad Samer Bassam Adnan Anas Ayman Hisham Imad Jamal Kamal Karim
            Marwan Mazen Nabil Osama Raed Rami Riyad Saeed Sami Talal Yasser Zaid Bashar Firas Ghassan Hani Haitham Abdulkarim Abdulhadi
            Abdulmalik Abdulwahab Badr Essam Fawaz Hatem Jaber Laith Mansour Muhannad Qais Suhail Turki Wael""",
        "female": """
            Fatimah Maryam Aisha Zainab Noura Sara Layla Huda Amal Hanan Iman Rania Samar Hala Dalal Reem Lina Rana Nadia Salma Sawsan
            Amina Asma Basma Dina Eman Faten Ghada Hanadi Hind Jihan Khawla Lama Lubna Maha Manal Mona Muna Najwa Nawal Nisreen Rasha Rima
            Ruba Sahar Salwa Samira Shaima Suha Wafa Wijdan Yusra Zahra Abeer Afnan Bushra Haya Jumana Maysoon""",
        "surnames": """
            Al_Harbi Al_Ghamdi Al_Otaibi Al_Qahtani Al_Zahrani Al_Dosari Al_Shehri Al_Mutairi Al_Anazi Al_Subaie Al_Malki Al_Juhani Al_Balawi
            Al_Hashimi Al_Tamimi Al_Janabi Al_Jubouri Al_Dulaimi Al_Obaidi Al_Saadi Al_Rubaie Al_Khafaji Al_Bayati Al_Musawi Al_Kinani
            Haddad Khoury Nasser Hamdan Saleh Mansour Khalil Awad Odeh Qasem Shaheen Barakat Najjar Sabbagh Hijazi Darwish Kanaan Masri
            Halabi Shami Homsi Idlibi Jundi Barazi Kabbani Sayegh Zoubi Rifai Dabbas Masalma Abu_Zaid Abu_Ghosh Abu_Hijleh
            Abdelrahman Abdallah Abdelnour El_Sayed El_Masry Ramadan Shalaby Metwally Soliman Ghoneim Hamdy Amer Ashour
            Hegazy Zaki Salama Gaber Zaghloul Al_Nuaimi Al_Mansoori Al_Mazrouei Al_Shamsi Al_Ketbi Al_Suwaidi Al_Marri Al_Kaabi
            Al_Kuwari Al_Balushi Al_Hinai Al_Rawahi Bin_Salim Bin_Mubarak Bin_Hamdan Taha Jabr Kassab Tawil Zeidan""",
    },
    "pakistani": {
        "male": """
            Muhammad Ahmed Ali Hassan Usman Bilal Imran Asif Tariq Shahid Khalid Nadeem Naveed Kashif Faisal Waqas Zubair Hamza Umar Adnan
            Rizwan Salman Irfan Arshad Javed Saeed Rashid Zahid Sajid Amir Kamran Junaid Farhan Danish Fahad Haroon Iqbal Mubashir Nasir
            Qaiser Rehan Shoaib Tahir Waseem Yasir Zeeshan Abdul_Rehman Abdul_Ghaffar Ghulam_Mustafa Ghulam_Rasool Sohail Babur Mudassar""",
        "female": """
            Ayesha Fatima Zainab Maryam Sana Hina Saima Nadia Rabia Sadia Shazia Rukhsana Nasreen Farzana Samina Shabana Bushra Khalida
            Amna Iqra Mahnoor Hira Kiran Nida Asma Uzma Tahira Rehana Naila Noreen Parveen Robina Saira Shaista Sumaira Tasneem Yasmeen
            Zara Anam Areeba Laiba Maham Mehwish Nimra Sidra Zoya Kausar Nusrat Riffat Humaira""",
        "surnames": """
            Khan Ahmed Ali Malik Hussain Iqbal Butt Sheikh Mahmood Chaudhry Akhtar Shah Raza Aslam Qureshi Mirza Siddiqui Anwar Rafiq Bashir
            Nawaz Javed Ashraf Latif Rehman Rashid Yousaf Mughal Awan Bhatti Rana Raja Dar Lodhi Abbasi Baig Cheema Dogar Farooqi
            Gondal Hashmi Jatoi Janjua Kazmi Khokhar Khattak Mehmood Niazi Paracha Rajput Rizvi Sabir Saleem Sarwar Satti Sethi Tareen
            Usmani Virk Wattoo Yaqoob Zafar Zaidi Bangash Orakzai Wazir Yousafzai Marwat Swati Durrani Kakar Achakzai
            Baloch Mengal Rind Leghari Soomro Memon Bhutta""",
    },
    "somali": {
        "male": """
            Mohamed Ahmed Abdi Ali Hassan Omar Ibrahim Yusuf Abdullahi Abdirahman Mohamud Ismail Hussein Farah Osman Said Jama Nur Adan Aden
            Abdulkadir Bashir Dahir Daud Elmi Guled Hirsi Ilyas Khalif Liban Mahad Mukhtar Mustafe Salad Sharif Warsame Yasin Zakariye
            Abshir Ayanle Bile Cawil Diriye Faarax Geedi Idiris""",
        "female": """
            Fatuma Amina Halima Khadija Asha Hodan Sahra Maryan Faduma Ifrah Hibo Ayan Deqa Fartun Habiba Hawa Idil Ikran Ladan Leyla Muna
            Naima Nimco Rahma Ruqiya Saado Safiya Sagal Sucdi Ubah Yasmin Zahra Zeinab Hamdi Farhiyo Bishaaro Cawo Dhuuxo Filsan Xaliimo
            Maymun Shukri Suad Warda""",
        "surnames": """
            Ali Mohamed Hassan Ahmed Abdi Omar Hussein Farah Warsame Jama Yusuf Osman Ibrahim Abdullahi Nur Adan Ismail Mohamud Aden Hirsi
            Elmi Abdirahman Dirie Guled Samatar Dualeh Duale Gedi Roble Shire Awale Awad Isse Muse Jimale Gele Hersi Mire Addow
            Ainanshe Artan Buraale Cige Darod Diini Eyow Faarah Gaas Galaydh Gurhan Haji Hashi Igal Jibril Karie Kulmiye Liban Magan
            Nageye Olad Qalib Rage Sabriye Shirwa Siyad Sugule Tarabi Ugas Wehliye Xasan Yabarow Yare Yonis Ducale Kaahin""",
    },
}
