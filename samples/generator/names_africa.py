"""Name pools: Nigeria and Ghana. Frequent names first; `_` stands for a space inside a name."""

POOLS = {
    "nigerian": {
        "male": """
            Emmanuel Samuel Chinedu Ibrahim Oluwaseun Musa Emeka Tunde Chukwuemeka Abubakar Babatunde Ifeanyi Segun Obinna Kayode Uche
            Adebayo Yusuf Femi Sunday Kelechi Olumide Chidi Ikenna Gbenga Aliyu Umar Bala Nnamdi Tobenna Oluwatobi Ayodele Chijioke Dele
            Efosa Ejike Festus Godwin Ikechukwu Kunle Monday Ndubuisi Okechukwu Patrick Rotimi Sani Taiwo Ugochukwu Victor Wale""",
        "female": """
            Blessing Ngozi Chioma Fatima Aisha Funmilayo Grace Adaeze Amaka Ifeoma Yetunde Folake Chinyere Nkechi Oluwakemi Titilayo Zainab
            Hauwa Bukola Esther Joy Patience Mercy Uchenna Abimbola Adunni Bisi Chidinma Ebere Efe Folasade Halima Ijeoma Kehinde Maryam
            Mojisola Nneka Obiageli Omolara Onyinye Ronke Sade Simisola Temitope Tolulope Uzoamaka Yewande Zara Rahama Ladi""",
        "surnames": """
            Okafor Adeyemi Ibrahim Eze Okonkwo Musa Adebayo Balogun Okoye Nwosu Abubakar Nwankwo Ogunleye Afolabi Chukwu Ojo Bello
            Lawal Adeleke_Ojo Ogunbanjo Nwachukwu Onyekachi Uzor Adekunle Adewale Ajayi Akande Akinola Alabi Aliyu Amadi Anyanwu Ayodele
            Azubuike Bakare Danjuma Dike Ebong Effiong Egwu Aniebo Emenike Isemede Etuk Fagbemi Fasanya Garba Idowu
            Igbokwe Igwe Ikpeme Inyang Iwu Johnson Kalu Madu Mbah Nnadi Nwafor Nwokedi Nzekwe Obasi Odeh Odili Ogbonna Ogunsola Okeke
            Okoro Okpara Oladipo Olaniyan Olatunji Olawale Omotosho Onwudiwe Oyelaran Salami Sanusi Shittu Suleiman Udeh Umeh Usman
            Uwakwe Yakubu""",
    },
    "ghanaian": {
        "male": """
            Kwame Kofi Kwasi Kwabena Yaw Kwaku Kojo Emmanuel Samuel Isaac Daniel Joseph Ebenezer Richard Michael Prince Francis Stephen
            Ernest Eric Felix George Bright Godfred Nana Osei Kweku Fiifi Ebo Ato Papa Jojo Nii Tetteh Lartey Mawuli Selorm Edem Elikem
            Senyo Dela Yao Kodjo Clement Augustine""",
        "female": """
            Ama Akosua Adwoa Abena Akua Yaa Afia Esi Efua Araba Grace Mary Comfort Gifty Mercy Abigail Beatrice Linda Vida Charity Janet
            Joyce Felicia Esther Rebecca Naa Adjoa Ekua Maame Serwaa Afua Dzifa Sena Elorm Mawusi Enyonam Delali Esinam Patience Georgina
            Cecilia Doris Juliana Priscilla""",
        "surnames": """
            Mensah Owusu Osei Boateng Appiah Asante Agyemang Amoah Addo Adjei Asare Ofori Frimpong Opoku Antwi Acheampong Amponsah
            Yeboah Sarpong Danso Ansah Arthur Quaye Tetteh Lartey Nartey Ankrah Annan Aidoo Baidoo Essien Quansah Otoo Sackey
            Darko Kusi Bonsu Prempeh Boadu Gyamfi Ampofo Amankwah Oppong Nkansah Nyarko Okyere Asamoah Baah Badu
            Boakye Bempong Donkor Duah Fosu Kwarteng Kyei Manu Obeng Ntim Poku Takyi Twumasi Wiafe Agbeko Dogbe Kpodo Agbenyega Tsikata
            Zormelo Abdulai Alhassan Iddrisu Fuseini Issah Yakubu""",
    },
}
