"""Name pools: Surinamese-Hindustani, India, China, Vietnam, Indonesia. `_` stands for a space inside a name."""

POOLS = {
    "surinamese": {
        "male": """
            Ashwin Ravi Sanjay Vikash Rakesh Dinesh Anil Sunil Radjesh Soeresh Dharminder Kishan Navin Roshan Satish Krishna Amar Ajay
            Bisnoe Chander Djaienti Ganesh Haridath Iwan Jerrel Kenneth Lloyd Mahinder Narindra Orlando Prem Radj Sewdath Soerdj Tilak
            Umesh Vidjai Winston Yogesh Hardjo Sergio Romeo Glenn Humphrey Stanley Ricky Dewanand Harold Ramesh""",
        "female": """
            Shanti Indra Sharda Sita Radha Kavita Sunita Anjali Priya Reshma Sabitri Roshni Astrid Chandra Dewika Gaitri Hemwati Indira
            Jasodra Kalawatie Lalita Maya Nirmala Oemawatie Premwatie Ragini Sandhia Santoshi Soebhagwatie Soenita Tara Usha Vidya Wantie
            Yasoda Shirley Natasha Farida Joyce Muriel Mavis Rinia Soraya Anushka Melissa Jenny Sherida Geeta""",
        "surnames": """
            Ramdin Bissessar Jagroep Ramlal Mahabier Sewpersad Ramdas Kalloe Baldewsingh Ramkisoen Bhagwandin Biharie Chedi Debipersad
            Dwarka Gajadhar Ganga Gopal Hanoeman Harpal Jaggernath Jairam Jhinkoe Kanhai Kisoensingh Lachman Lalbahadoersing Mangal Manichand
            Mathoera Matadin Mohan Narain Nandoe Oedit Oemrawsingh Orie Pahladsingh Panday Parmessar Raghoebarsing Raghoenath Ramautar
            Ramcharan Ramhit Ramjanam Ramnath Ramsahai Rampersad Rambharos Sardjoe Sheombar Sital Soekhoe Soekhlal Sukul Tewarie Thakoer
            Autar Badal Bajnath Balgobind Bansi Brijmohan Djwalapersad Girdhari Gobardhan Hirasing Kasi Kartoredjo Pawirodikromo Sastroredjo
            Wongsoredjo Pinas Esajas Vrede Tjon_A_Fat Lieuw_Kie_Song Chin_A_Sen Lo_Fo_Wong""",
    },
    "indian": {
        "male": """
            Rajesh Sanjay Amit Suresh Ramesh Vijay Anil Rahul Rakesh Manoj Ashok Ajay Sunil Deepak Arun Vikram Ravi Santosh Prakash Mahesh
            Dinesh Mukesh Rohit Nitin Sachin Sandeep Pradeep Ganesh Harish Karthik Srinivas Venkatesh Murali Gopal Krishnan Arjun Aditya
            Varun Nikhil Siddharth Kunal Ankit Vivek Abhishek Gaurav Tarun Harpreet Gurpreet Jaswinder Balwinder Thomas Joseph""",
        "female": """
            Priya Sunita Anita Pooja Neha Kavita Rekha Anjali Deepa Lakshmi Meena Geeta Asha Usha Sita Radha Shweta Swati Nisha Ritu Sneha
            Divya Kavya Ananya Aishwarya Pallavi Preeti Jyoti Seema Rani Savita Sarita Manju Padma Vasudha Revathi Gayathri Bhavana Meera
            Nandini Ishita Tanvi Simran Harleen Kiran Manpreet Rajni Leela Sushila Kamala""",
        "surnames": """
            Kumar Singh Sharma Patel Gupta Reddy Nair Iyer Rao Joshi Mehta Shah Verma Mishra Das Pillai Menon Agarwal Banerjee Mukherjee
            Chatterjee Ghosh Bose Sen Dutta Chakraborty Desai Kulkarni Patil Deshpande Naik Shetty Hegde Kamath Bhat Krishnamurthy
            Subramanian Venkataraman Raghavan Natarajan Srinivasan Chandrasekhar Gill Sandhu Dhillon Grewal Kaur Ahluwalia Bedi Malhotra
            Kapur Khanna Chopra Arora Bhatia Sethi Tandon Saxena Srivastava Tripathi Pandey Dubey Tiwari Yadav Chauhan Rathore
            Thakur Solanki Parmar Trivedi Pandya D'Souza Fernandes Pereira Mathew Varghese Kurian Cherian""",
    },
    "chinese": {
        "male": """
            Wei Jun Qiang Lei Tao Ming Chao Yong Jie Bin Peng Gang Hao Feng Yang Xiang Jianguo Jianjun Zhiqiang Guohua Weiming Xiaoming
            Haoran Zihan Yuxuan Junjie Tianyu Zhihao Wenbo Jiahao Guoqiang Shaojun Yonggang Hongwei Xiaodong Zhenhua Liangyu Songlin
            Chengwei Bowen Kaiwen Ruifeng Siyuan Yichen Zixuan Mingze Yifan Hongbin""",
        "female": """
            Fang Na Min Jing Li Yan Juan Xia Ping Hong Mei Ling Xiu Yun Hua Xiaoyan Lihua Guiying Xiuying Yulan Meiling Xiaomei Yating
            Jiayi Zihan Yutong Xinyi Shihan Mengyao Ruoxi Xinyue Wenjing Xueying Liping Huimin Shuzhen Yanling Qiaoling Siqi Jiaqi Yuting
            Chunhua Dongmei Haiyan Xiaoli Lijuan Ruiling Shanshan""",
        "surnames": """
            Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao
            Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Yao Shen Zhong Cui Tan Fan Liao Shi Jin Jia Xia
            Fu Fang Zou Xiong Bai Meng Qin Qiu Hou Yin Xue Yan Lei Long Tao Hao Gu Mao Ouyang Situ Shangguan""",
    },
    "vietnamese": {
        "male": """
            Minh Hung Dung Tuan Anh Long Hai Nam Duc Thanh Hoang Cuong Khanh Quang Son Trung Phuc Tien Vinh Huy Kien Phong Tung Viet Bao
            Dat Khoa Loc Nghia Nhat Phat Quan Quoc Sang Tai Tam Thang Thinh Toan Tri Truong Tu Vu""",
        "female": """
            Lan Huong Hoa Mai Linh Thuy Nga Hanh Phuong Thao Trang Ngoc Yen Nhung Hien Dung Anh Bich Chau Cuc Diem Dao Giang Ha Hang Hong
            Khanh Kim Lien Loan Ly My Nhi Nhu Oanh Quyen Tam Thanh Thu Trinh Tuyet Uyen Van Vy Xuan""",
        "surnames": """
            Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dao Doan Vuong Trinh Truong Dinh Lam Phung Mai To Luong
            Ha Cao Chau Ta Tang Thai Quach Nghiem La Luu Kieu Thach Lo Ma Mac Nong Quan Sam Sung Tong Trieu Uong Van Vi Xa Yen Au Bach Banh
            Chu Cu Cung Dam Diep Dong Ninh Giang Hua Khuat Khuong""",
    },
    "indonesian": {
        "male": """
            Agus Budi Eko Bambang Slamet Joko Hendra Dedi Wahyu Rudi Andi Yanto Arief Dwi Tri Sutrisno Suparman Sugeng Sumarno
            Suyanto Mulyono Hartono Teguh Heru Irwan Iwan Ridwan Fajar Galih Gilang Reza Rizky Yoga Bayu Dimas Aditya Made Wayan Nyoman
            Ketut Komang Surya Indra Yusuf Ahmad Muhammad Fauzi Imam Darmawan""",
        "female": """
            Sri Siti Dewi Ratna Endang Wati Ani Yuni Rina Nur Indah Fitri Lestari Wulan Ayu Putri Kartika Sari Maya Lina Tuti Sumiati Sulastri
            Rahayu Murni Wahyuni Ningsih Suryani Kurnia Utami Anggraini Puspita Melati Intan Citra Dian Eka Tika Novi Desi Made Wayan Luh
            Komang Kadek Yulia Hesti Retno Niken""",
        "surnames": """
            Wijaya Santoso Setiawan Hidayat Saputra Kusuma Pratama Gunawan Susanto Nugroho Wibowo Kurniawan Siregar Nasution Harahap Lubis
            Simanjuntak Hutapea Sitompul Panjaitan Sinaga Situmorang Tobing Manurung Pasaribu Tanjung Batubara Daulay Hasibuan Rangkuti
            Halim Tanoto Salim Hartanto Lesmana Sutanto Budiman Suryadi Hermawan Prasetyo Purnomo Firmansyah Ramadhan Maulana Permana Saragih
            Ginting Sembiring Tarigan Karosekali Barus Tampubolon Napitupulu Sihombing Silalahi Lumban_Gaol Latuconsina Pattiasina
            Tuhumury Sahetapy Matulessy Wattimena Kaihatu Rumahorbo""",
    },
}
